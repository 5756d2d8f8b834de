import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'django.shortcuts',
  language: 'python',
  reference: 'https://docs.djangoproject.com/en/stable/topics/http/shortcuts',
  origin: 'read',
  resource: 'database',
  instances: { 'django.db: Stored': ['aget_object_or_404()', 'get_object_or_404()'] },

  calls: [
    ['aget_list_or_404',   'read', 'arg 0:klass'],
    ['aget_object_or_404', 'read', 'arg 0:klass'],
    ['get_list_or_404',    'read', 'arg 0:klass'],
    ['get_object_or_404',  'read', 'arg 0:klass'],
  ],

  harmless: ['redirect', 'render', 'resolve_url'],
});

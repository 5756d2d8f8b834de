import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'contentful_management',
  language: 'python',
  reference: 'https://contentful.github.io/contentful-management.py',
  origin: 'read',
  resource: 'database',
  openWorld: true,
  instances: {
    Thing: ['Client#*().all().0', 'Client#*().create()', 'Client#*().find()'],
  },

  calls: [
    ['Client#*().all',    'read',      'args'],
    ['Client#*().create', 'write.add', 'args'],
    ['Client#*().delete', 'destroy',   'args'],
    ['Client#*().find',   'read',      'args'],
    ['Thing#archive',     'write.set', 'this', { reversible: true }],
    ['Thing#delete',      'destroy',   'this'],
    ['Thing#process',     'write.set', 'this'],
    ['Thing#publish',     'write.set', 'this'],
    ['Thing#reload',      'read',      'this'],
    ['Thing#save',        'write.set', 'this'],
    ['Thing#unarchive',   'write.set', 'this'],
    ['Thing#unpublish',   'write.set', 'this'],
    ['Thing#update',      'write.set', 'args'],
  ],

  harmless: ['Client#*'],
});

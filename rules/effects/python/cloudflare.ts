import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'cloudflare',
  language: 'python',
  reference: 'https://github.com/cloudflare/cloudflare-python',
  origin: 'generated-then-read',
  resource: 'cloud',
  openWorld: true,
  extends: {
    AsyncCloudflare: 'Cloudflare',
  },

  calls: [
    ['Cloudflare#**.batch',          'write.set', 'args'],
    ['Cloudflare#**.bulk_*',         'write.set', 'args'],
    ['Cloudflare#**.bulk_delete',    'destroy',   'args'],
    ['Cloudflare#**.bulk_get',       'read',      'args'],
    ['Cloudflare#**.create',         'write.add', 'args'],
    ['Cloudflare#**.delete',         'destroy',   'args'],
    ['Cloudflare#**.edit',           'write.set', 'args'],
    ['Cloudflare#**.export',         'read',      'args'],
    ['Cloudflare#**.get',            'read',      'args'],
    ['Cloudflare#**.list',           'read',      'args'],
    ['Cloudflare#**.scan',           'write.add', 'args'],
    ['Cloudflare#**.update',         'write.set', 'args'],
    ['Cloudflare#ai.run',            'read',      'args',     { resource: 'model' }],
    ['Cloudflare#cache.purge',       'destroy',   'args'],
    ['Cloudflare#d1.database.query', 'sql',       'arg :sql', { dialect: 'sqlite' }],
    ['Cloudflare#d1.database.raw',   'sql',       'arg :sql', { dialect: 'sqlite' }],
  ],

  harmless: ['Cloudflare#close', 'Cloudflare#with_options'],
});

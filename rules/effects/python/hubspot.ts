import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'hubspot',
  language: 'python',
  reference: 'https://github.com/HubSpot/hubspot-api-python',
  origin: 'read',
  resource: 'other',
  openWorld: true,
  instances: {
    Client: ['Client.create()', 'HubSpot()'],
  },

  calls: [
    ['Client#**.archive',    'destroy',   'args',               { reversible: true }],
    ['Client#**.create',     'write.add', 'args'],
    ['Client#**.do_search',  'read',      'args'],
    ['Client#**.get*',       'read',      'args'],
    ['Client#**.get_page',   'read',      'args'],
    ['Client#**.merge',      'destroy',   'args'],
    ['Client#**.purge',      'destroy',   'args'],
    ['Client#**.read',       'read',      'args'],
    ['Client#**.send_email', 'external',  'args'],
    ['Client#**.update',     'write.set', 'args'],
    ['Client#**.upsert',     'write.set', 'args'],
    ['Client#api_request',   'http',      'arg 0:options.path', { method: 'arg 0:options.method', body: 'arg 0:options.body' }],
    ['Client#crm.*.get_all', 'read',      'args'],
  ],

  harmless: ['Client.create'],
});

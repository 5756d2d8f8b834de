import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'shopify',
  language: 'python',
  reference: 'https://github.com/Shopify/shopify_python_api',
  origin: 'read',
  resource: 'other',
  openWorld: true,
  instances: {
    GraphQL: ['GraphQL()'],
    Thing: ['*.create()', '*.find()', '*.find_first()', 'Thing#0'],
  },

  calls: [
    ['*.count',                      'read',      'args'],
    ['*.create',                     'write.add', 'args'],
    ['*.delete',                     'destroy',   'args'],
    ['*.find',                       'read',      'args'],
    ['*.find_first',                 'read',      'args'],
    ['*.search',                     'read',      'args'],
    ['GraphQL#execute',              'graphql',   'arg 0:query'],
    ['Order.create',                 'external',  'args', { resource: 'money' }],
    ['Refund.create',                'external',  'args', { resource: 'money' }],
    ['Thing#add_metafield',          'write.set', 'args'],
    ['Thing#add_to_collection',      'write.set', 'args'],
    ['Thing#add_variant',            'write.add', 'args'],
    ['Thing#cancel',                 'destroy',   'this'],
    ['Thing#capture',                'external',  'args', { resource: 'money' }],
    ['Thing#close',                  'write.set', 'this'],
    ['Thing#complete',               'external',  'this'],
    ['Thing#destroy',                'destroy',   'this'],
    ['Thing#metafields',             'read',      'this'],
    ['Thing#open',                   'write.set', 'this'],
    ['Thing#reload',                 'read',      'this'],
    ['Thing#remove_from_collection', 'destroy',   'args'],
    ['Thing#save',                   'write.set', 'this'],
    ['Thing#send_invite',            'external',  'this'],
    ['Thing#send_invoice',           'external',  'this'],
  ],

  harmless: [
    'Session#create_permission_url', 'Session#validate_params', 'Session.setup', 'Session.temp', 'ShopifyResource.activate_session',
    'ShopifyResource.clear_session',
  ],
});

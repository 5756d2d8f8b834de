import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'apify_client',
  language: 'python',
  reference: 'https://docs.apify.com/api/client/python',
  origin: 'read',
  resource: 'other',
  openWorld: true,
  extends: {
    ApifyClientAsync: 'ApifyClient',
  },

  calls: [
    ['ApifyClient#*().create',                      'write.add', 'args'],
    ['ApifyClient#*().delete',                      'destroy',   'args'],
    ['ApifyClient#*().get',                         'read',      'args'],
    ['ApifyClient#*().get_or_create',               'write.set', 'args', { ensures: true }],
    ['ApifyClient#*().list',                        'read',      'args'],
    ['ApifyClient#*().update',                      'write.set', 'args'],
    ['ApifyClient#actor().call',                    'external',  'args'],
    ['ApifyClient#actor().start',                   'external',  'args'],
    ['ApifyClient#dataset().iterate_items',         'read',      'args'],
    ['ApifyClient#dataset().list_items',            'read',      'args'],
    ['ApifyClient#dataset().push_items',            'write.add', 'args'],
    ['ApifyClient#key_value_store().delete_record', 'destroy',   'args'],
    ['ApifyClient#key_value_store().get_record',    'read',      'args'],
    ['ApifyClient#key_value_store().set_record',    'write.set', 'args'],
    ['ApifyClient#log().get',                       'read',      'args'],
    ['ApifyClient#run().abort',                     'destroy',   'args'],
    ['ApifyClient#run().wait_for_finish',           'read',      'args'],
    ['ApifyClient#task().call',                     'external',  'args'],
    ['ApifyClient#task().start',                    'external',  'args'],
  ],

  harmless: ['ApifyClient#*'],
});

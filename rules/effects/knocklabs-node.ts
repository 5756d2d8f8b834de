import { defineEffects } from '../kit/index.js';

/**
 * Every call has a place for a key; the vendor only heeds the one of a trigger.
 */
export default defineEffects({
  library: '@knocklabs/node',
  language: 'typescript',
  reference: 'https://docs.knock.app/api-reference',
  origin: 'read',
  resource: 'chat',
  default: 'Knock',

  calls: [
    ['Knock#*.*.add*',                          'write.set', 'arg 0'],
    ['Knock#*.*.archive',                       'write.set', 'arg 0'],
    ['Knock#*.*.checkAuth',                     'read',      'arg 0'],
    ['Knock#*.*.delete*',                       'destroy',   'arg 0'],
    ['Knock#*.*.get*',                          'read',      'arg 0'],
    ['Knock#*.*.identify',                      'write.set', 'arg 0'],
    ['Knock#*.*.list*',                         'read',      'arg 0'],
    ['Knock#*.*.mark*',                         'write.set', 'arg 0'],
    ['Knock#*.*.reset*',                        'write.set', 'arg 0'],
    ['Knock#*.*.revokeAccess',                  'destroy',   'arg 0'],
    ['Knock#*.*.set*',                          'write.set', 'arg 0'],
    ['Knock#*.*.unarchive*',                    'write.set', 'arg 0'],
    ['Knock#*.add*',                            'write.set', 'arg 0'],
    ['Knock#*.archive',                         'write.set', 'arg 0'],
    ['Knock#*.delete*',                         'destroy',   'arg 0'],
    ['Knock#*.get*',                            'read',      'arg 0'],
    ['Knock#*.list*',                           'read',      'arg 0'],
    ['Knock#*.mark*',                           'write.set', 'arg 0'],
    ['Knock#*.merge',                           'destroy',   'arg 0'],
    ['Knock#*.remove*',                         'destroy',   'arg 0'],
    ['Knock#*.set*',                            'write.set', 'arg 0'],
    ['Knock#*.unarchive*',                      'write.set', 'arg 0'],
    ['Knock#*.unset*',                          'destroy',   'arg 0'],
    ['Knock#*.update*',                         'write.set', 'arg 0'],
    ['Knock#channels.bulk.updateMessageStatus', 'write.set', 'arg 0'],
    ['Knock#delete',                            'http',      'arg 0', { method: 'DELETE' }],
    ['Knock#get',                               'http',      'arg 0', { method: 'GET' }],
    ['Knock#patch',                             'http',      'arg 0', { method: 'PATCH', body: 'arg 1.body' }],
    ['Knock#post',                              'http',      'arg 0', { method: 'POST', body: 'arg 1.body' }],
    ['Knock#put',                               'http',      'arg 0', { method: 'PUT', body: 'arg 1.body' }],
    ['Knock#schedules.bulk.create',             'external',  'arg 0'],
    ['Knock#schedules.create',                  'external',  'arg 0'],
    ['Knock#workflows.cancel',                  'destroy',   'arg 0'],
    ['Knock#workflows.trigger',                 'external',  'arg 0', { key: 'arg 2.idempotencyKey' }],
  ],

  harmless: ['Knock#logger.*', 'Knock#users.preferenceCenter.generateSignedURL', 'Knock#withOptions'],
});

import { defineEffects } from '../../kit/index.js';

/**
 * Every resource has the same few verbs; rows of one say where a message or a call reaches people, or costs.
 */
export default defineEffects({
  library: 'twilio',
  language: 'python',
  reference: 'https://www.twilio.com/docs/libraries/reference/twilio-python',
  origin: 'read',
  resource: 'chat',

  calls: [
    ['Client#**.*().delete*',                                              'destroy',   'this'],
    ['Client#**.*().fetch*',                                               'read',      'this'],
    ['Client#**.*().update*',                                              'write.set', 'args'],
    ['Client#**.create*',                                                  'write.add', 'args'],
    ['Client#**.get_page*',                                                'read',      'args'],
    ['Client#**.list*',                                                    'read',      'args'],
    ['Client#**.page*',                                                    'read',      'args'],
    ['Client#**.stream*',                                                  'read',      'args'],
    ['Client#calls().update',                                              'external',  'args'],
    ['Client#calls.create',                                                'external',  'args'],
    ['Client#calls.create_async',                                          'external',  'args'],
    ['Client#conferences().participants.create',                           'external',  'args'],
    ['Client#conversations.v1.conversations().messages.create',            'external',  'args'],
    ['Client#conversations.v1.conversations().participants.create',        'external',  'args'],
    ['Client#conversations.v1.services().conversations().messages.create', 'external',  'args'],
    ['Client#incoming_phone_numbers.create',                               'external',  'args',      { resource: 'money' }],
    ['Client#incoming_phone_numbers.local.create',                         'external',  'args',      { resource: 'money' }],
    ['Client#incoming_phone_numbers.mobile.create',                        'external',  'args',      { resource: 'money' }],
    ['Client#incoming_phone_numbers.toll_free.create',                     'external',  'args',      { resource: 'money' }],
    ['Client#messages.create',                                             'external',  'args'],
    ['Client#messages.create_async',                                       'external',  'args'],
    ['Client#new_keys.create',                                             'external',  'args'],
    ['Client#new_signing_keys.create',                                     'external',  'args'],
    ['Client#notify.v1.services().notifications.create',                   'external',  'args'],
    ['Client#request',                                                     'http',      'arg 1:uri', { method: 'arg 0:method', body: 'arg 3:data' }],
    ['Client#studio.v2.flows().executions.create',                         'external',  'args'],
    ['Client#validation_requests.create',                                  'external',  'args'],
    ['Client#verify.services().verifications.create',                      'external',  'args'],
    ['Client#verify.v2.services().verification_checks.create',             'write.set', 'args'],
    ['Client#verify.v2.services().verifications.create',                   'external',  'args'],
  ],

  harmless: [
    'AccessToken#*', 'Client#*', 'Client#**.channels', 'Client#**.conversations', 'Client#**.executions', 'Client#**.flows',
    'Client#**.messages', 'Client#**.participants', 'Client#**.phone_numbers', 'Client#**.services', 'Client#**.sessions',
    'Client#**.tasks', 'Client#**.workers', 'Client#**.workspaces', 'MessagingResponse#*', 'RequestValidator#validate', 'VoiceResponse#*',
  ],
});

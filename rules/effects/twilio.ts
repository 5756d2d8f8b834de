import { defineEffects } from '../kit/index.js';

/**
 * Neither messages nor calls take a key: the vendor warns that a message that is posted again is sent again. The methods of all
 * services have few verbs; rows of one service say where people or money are reached.
 */
export default defineEffects({
  library: 'twilio',
  language: 'typescript',
  reference: 'https://www.twilio.com/docs/api',
  origin: 'read',
  resource: 'chat',
  default: 'twilio',
  instances: {
    Twilio: ['new twilio.Twilio', 'twilio()'],
  },

  promises: ['*'],

  calls: [
    ['Twilio#**.create*',                                                               'write.add', 'arg 0'],
    ['Twilio#**.each*',                                                                 'read',      'arg 0'],
    ['Twilio#**.fetch*',                                                                'read',      'this'],
    ['Twilio#**.get*',                                                                  'read',      'arg 0'],
    ['Twilio#**.list*',                                                                 'read',      'arg 0'],
    ['Twilio#**.page*',                                                                 'read',      'arg 0'],
    ['Twilio#**.patch*',                                                                'write.set', 'arg 0'],
    ['Twilio#**.remove*',                                                               'destroy',   'this'],
    ['Twilio#**.update*',                                                               'write.set', 'arg 0'],
    ['Twilio#api.v2010.accounts().calls.create',                                        'external',  'arg 0'],
    ['Twilio#api.v2010.accounts().messages.create',                                     'external',  'arg 0'],
    ['Twilio#calls().update',                                                           'external',  'arg 0'],
    ['Twilio#calls().userDefinedMessages.create',                                       'external',  'arg 0',     { key: 'arg 0.idempotencyKey' }],
    ['Twilio#calls.create',                                                             'external',  'arg 0'],
    ['Twilio#conferences().participants.create',                                        'external',  'arg 0'],
    ['Twilio#conversations.v1.conversations().messages.create',                         'external',  'arg 0'],
    ['Twilio#conversations.v1.conversations().participants.create',                     'external',  'arg 0'],
    ['Twilio#conversations.v1.services().conversations().messages.create',              'external',  'arg 0'],
    ['Twilio#conversations.v1.services().conversations().participants.create',          'external',  'arg 0'],
    ['Twilio#incomingPhoneNumbers.create',                                              'external',  'arg 0',     { resource: 'money' }],
    ['Twilio#incomingPhoneNumbers.local.create',                                        'external',  'arg 0',     { resource: 'money' }],
    ['Twilio#incomingPhoneNumbers.mobile.create',                                       'external',  'arg 0',     { resource: 'money' }],
    ['Twilio#incomingPhoneNumbers.tollFree.create',                                     'external',  'arg 0',     { resource: 'money' }],
    ['Twilio#messages.create',                                                          'external',  'arg 0'],
    ['Twilio#newKeys.create',                                                           'external',  'arg 0'],
    ['Twilio#newSigningKeys.create',                                                    'external',  'arg 0'],
    ['Twilio#notify.v1.services().notifications.create',                                'external',  'arg 0'],
    ['Twilio#proxy.v1.services().sessions().participants().messageInteractions.create', 'external',  'arg 0'],
    ['Twilio#request',                                                                  'http',      'arg 0.uri', { method: 'arg 0.method', body: 'arg 0.data' }],
    ['Twilio#studio.v1.flows().executions.create',                                      'external',  'arg 0'],
    ['Twilio#studio.v2.flows().executions.create',                                      'external',  'arg 0'],
    ['Twilio#validationRequests.create',                                                'external',  'arg 0'],
    ['Twilio#verify.v2.services().verificationChecks.create',                           'write.set', 'arg 0'],
    ['Twilio#verify.v2.services().verifications.create',                                'external',  'arg 0'],
  ],

  harmless: [
    'Twilio#*', 'Twilio#**.*().toJSON', 'Twilio#**.accounts', 'Twilio#**.calls', 'Twilio#**.channels', 'Twilio#**.configuration',
    'Twilio#**.conversations', 'Twilio#**.documents', 'Twilio#**.executions', 'Twilio#**.flows', 'Twilio#**.members',
    'Twilio#**.messages', 'Twilio#**.participants', 'Twilio#**.phoneNumbers', 'Twilio#**.recordings', 'Twilio#**.services',
    'Twilio#**.sessions', 'Twilio#**.tasks', 'Twilio#**.userDefinedMessages', 'Twilio#**.users', 'Twilio#**.workers',
    'Twilio#**.workspaces', 'Twilio#*.v1.*', 'Twilio#*.v2.*', 'Twilio#api.*', 'Twilio#api.v2010.*', 'getExpectedBodyHash',
    'getExpectedTwilioSignature', 'getSignatureAlgorithm', 'jwt.**', 'twilio', 'twilio.getExpected*', 'twilio.jwt.**', 'twilio.twiml.**',
    'twilio.validate*', 'twiml.**', 'validate*', 'webhook',
  ],
});

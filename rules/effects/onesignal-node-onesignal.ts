import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@onesignal/node-onesignal',
  language: 'typescript',
  reference: 'https://documentation.onesignal.com/reference',
  origin: 'read',
  resource: 'chat',

  calls: [
    ['DefaultApi#cancelNotification',         'destroy',   'arg 1'],
    ['DefaultApi#copyTemplateToApp',          'write.add', 'arg 0'],
    ['DefaultApi#create*',                    'write.add', 'arg 0'],
    ['DefaultApi#createApiKey',               'external',  'arg 0'],
    ['DefaultApi#createNotification*',        'external',  'arg 0', { key: 'arg 0.idempotency_key', keyForm: 'uuid' }],
    ['DefaultApi#delete*',                    'destroy',   'arg 0'],
    ['DefaultApi#estimate*',                  'read',      'arg 0'],
    ['DefaultApi#export*',                    'write.add', 'arg 0'],
    ['DefaultApi#get*',                       'read',      'arg 0'],
    ['DefaultApi#list*',                      'read',      'arg 0'],
    ['DefaultApi#rotateApiKey*',              'external',  'arg 1'],
    ['DefaultApi#startLiveActivity*',         'external',  'arg 0', { key: 'arg 2.idempotency_key', keyForm: 'uuid' }],
    ['DefaultApi#transferSubscription*',      'write.set', 'arg 0'],
    ['DefaultApi#unsubscribeEmailWithToken*', 'write.set', 'arg 0'],
    ['DefaultApi#update*',                    'write.set', 'arg 0'],
    ['DefaultApi#updateLiveActivity*',        'external',  'arg 0'],
    ['DefaultApi#view*',                      'read',      'arg 0'],
    ['createNotificationWithRetry',           'external',  'arg 1', { key: 'arg 1.idempotency_key', keyForm: 'uuid' }],
  ],

  harmless: ['configureAuthMethods', 'createConfiguration', 'isMessageNotSent', 'isMessageSent', 'wrapHttpLibrary'],
});

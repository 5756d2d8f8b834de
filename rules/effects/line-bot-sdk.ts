import { defineEffects } from '../kit/index.js';

/**
 * A retry key goes where a request may be repeated; a reply has a token of its own, which holds once.
 */
export default defineEffects({
  library: '@line/bot-sdk',
  language: 'typescript',
  reference: 'https://developers.line.biz/en/reference/messaging-api',
  origin: 'read',
  resource: 'chat',
  instances: {
    LineBotClient: ['LineBotClient.fromChannelAccessToken()'],
  },
  extends: { LineBotClient: 'messagingApi.MessagingApiClient' },

  calls: [
    ['LineBotClient#acquireChatControl*',                      'write.set', 'arg 0'],
    ['LineBotClient#add*',                                     'write.add', 'arg 0'],
    ['LineBotClient#attachModule*',                            'write.set', 'arg 0'],
    ['LineBotClient#detachModule*',                            'destroy',   'arg 0'],
    ['LineBotClient#missionStickerV3*',                        'external',  'arg 0'],
    ['LineBotClient#releaseChatControl*',                      'write.set', 'arg 0'],
    ['messagingApi.MessagingApiClient#broadcast*',             'external',  'arg 0', { key: 'arg 1', keyForm: 'uuid' }],
    ['messagingApi.MessagingApiClient#cancelDefaultRichMenu*', 'destroy',   'this'],
    ['messagingApi.MessagingApiClient#closeCoupon*',           'destroy',   'arg 0'],
    ['messagingApi.MessagingApiClient#create*',                'write.add', 'arg 0'],
    ['messagingApi.MessagingApiClient#delete*',                'destroy',   'arg 0'],
    ['messagingApi.MessagingApiClient#get*',                   'read',      'arg 0'],
    ['messagingApi.MessagingApiClient#issueLinkToken*',        'write.add', 'arg 0'],
    ['messagingApi.MessagingApiClient#leave*',                 'destroy',   'arg 0'],
    ['messagingApi.MessagingApiClient#link*',                  'write.set', 'arg 0'],
    ['messagingApi.MessagingApiClient#list*',                  'read',      'arg 0'],
    ['messagingApi.MessagingApiClient#mark*',                  'write.set', 'arg 0'],
    ['messagingApi.MessagingApiClient#multicast*',             'external',  'arg 0', { key: 'arg 1', keyForm: 'uuid' }],
    ['messagingApi.MessagingApiClient#narrowcast*',            'external',  'arg 0', { key: 'arg 1', keyForm: 'uuid' }],
    ['messagingApi.MessagingApiClient#pushMessage*',           'external',  'arg 0', { key: 'arg 1', keyForm: 'uuid' }],
    ['messagingApi.MessagingApiClient#pushMessagesByPhone*',   'external',  'arg 0'],
    ['messagingApi.MessagingApiClient#replyMessage*',          'external',  'arg 0'],
    ['messagingApi.MessagingApiClient#richMenuBatch*',         'write.set', 'arg 0'],
    ['messagingApi.MessagingApiClient#set*',                   'write.set', 'arg 0'],
    ['messagingApi.MessagingApiClient#testWebhookEndpoint*',   'external',  'arg 0'],
    ['messagingApi.MessagingApiClient#unlink*',                'destroy',   'arg 0'],
    ['messagingApi.MessagingApiClient#update*',                'write.set', 'arg 0'],
    ['messagingApi.MessagingApiClient#validate*',              'read',      'arg 0'],
  ],

  harmless: [
    'LineBotClient.fromChannelAccessToken', 'messagingApi.MessagingApiClient#showLoadingAnimation*', 'middleware', 'validateSignature',
  ],
});

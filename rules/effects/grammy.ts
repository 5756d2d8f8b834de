import { defineEffects } from '../kit/index.js';

/**
 * No call takes a key: a message that is sent again arrives again. Listeners are called by people, not by a model.
 */
export default defineEffects({
  library: 'grammy',
  language: 'typescript',
  reference: 'https://grammy.dev/ref/core',
  origin: 'read',
  resource: 'chat',
  instances: {
    Api: ['Bot#api'],
  },

  promises: ['*'],

  calls: [
    ['Api#add*',                    'write.add', 'arg 0'],
    ['Api#answer*',                 'external',  'arg 0'],
    ['Api#answerPreCheckoutQuery',  'external',  'arg 0', { resource: 'money' }],
    ['Api#approve*',                'write.set', 'arg 0'],
    ['Api#ban*',                    'destroy',   'arg 0'],
    ['Api#closeForumTopic',         'write.set', 'arg 0'],
    ['Api#closeGeneralForumTopic',  'write.set', 'arg 0'],
    ['Api#convertGiftToStars',      'external',  'arg 0', { resource: 'money' }],
    ['Api#copy*',                   'external',  'arg 0'],
    ['Api#create*',                 'write.add', 'arg 0'],
    ['Api#decline*',                'write.set', 'arg 0'],
    ['Api#delete*',                 'destroy',   'arg 0'],
    ['Api#edit*',                   'write.set', 'arg 0'],
    ['Api#export*',                 'write.set', 'arg 0'],
    ['Api#forward*',                'external',  'arg 0'],
    ['Api#get*',                    'read',      'arg 0'],
    ['Api#giftPremiumSubscription', 'external',  'arg 0', { resource: 'money' }],
    ['Api#hide*',                   'write.set', 'arg 0'],
    ['Api#kick*',                   'destroy',   'arg 0'],
    ['Api#leaveChat',               'destroy',   'arg 0'],
    ['Api#logOut',                  'destroy',   'this'],
    ['Api#pin*',                    'write.set', 'arg 0'],
    ['Api#postStory',               'external',  'arg 0'],
    ['Api#promote*',                'write.set', 'arg 0'],
    ['Api#readBusinessMessage',     'write.set', 'arg 0'],
    ['Api#refundStarPayment',       'external',  'arg 0', { resource: 'money' }],
    ['Api#remove*',                 'destroy',   'arg 0'],
    ['Api#reopen*',                 'write.set', 'arg 0'],
    ['Api#replace*',                'write.set', 'arg 0'],
    ['Api#repostStory',             'external',  'arg 0'],
    ['Api#restrict*',               'write.set', 'arg 0'],
    ['Api#revoke*',                 'destroy',   'arg 0'],
    ['Api#save*',                   'write.add', 'arg 0'],
    ['Api#send*',                   'external',  'arg 0'],
    ['Api#sendGift*',               'external',  'arg 0', { resource: 'money' }],
    ['Api#set*',                    'write.set', 'arg 0'],
    ['Api#stop*',                   'write.set', 'arg 0'],
    ['Api#transfer*',               'external',  'arg 0', { resource: 'money' }],
    ['Api#unban*',                  'write.set', 'arg 0'],
    ['Api#unhide*',                 'write.set', 'arg 0'],
    ['Api#unpin*',                  'write.set', 'arg 0'],
    ['Api#upgradeGift',             'external',  'arg 0', { resource: 'money' }],
    ['Api#upload*',                 'write.add', 'arg 0'],
    ['Api#verify*',                 'write.set', 'arg 0'],
  ],

  harmless: [
    'Api#close', 'Api#sendChatAction', 'Bot#*', 'InlineKeyboard#*', 'InputFile#*', 'Keyboard#*', 'MemorySessionStorage#*',
    'enhanceStorage', 'lazySession', 'matchFilter', 'session', 'webhookCallback',
  ],
});

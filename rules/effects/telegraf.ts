import { defineEffects } from '../kit/index.js';

/**
 * No call takes a key: a message that is sent again arrives again. Listeners are called by people, not by a model.
 */
export default defineEffects({
  library: 'telegraf',
  language: 'typescript',
  reference: 'https://telegraf.js.org',
  origin: 'read',
  resource: 'chat',
  instances: {
    Telegram: ['Telegraf#telegram'],
  },

  promises: ['*'],

  calls: [
    ['Telegraf#createWebhook',          'write.set', 'arg 0'],
    ['Telegram#add*',                   'write.add', 'arg 0'],
    ['Telegram#answer*',                'external',  'arg 0'],
    ['Telegram#answerPreCheckoutQuery', 'external',  'arg 0', { resource: 'money' }],
    ['Telegram#approve*',               'write.set', 'arg 0'],
    ['Telegram#ban*',                   'destroy',   'arg 0'],
    ['Telegram#closeForumTopic',        'write.set', 'arg 0'],
    ['Telegram#closeGeneralForumTopic', 'write.set', 'arg 0'],
    ['Telegram#copy*',                  'external',  'arg 0'],
    ['Telegram#create*',                'write.add', 'arg 0'],
    ['Telegram#decline*',               'write.set', 'arg 0'],
    ['Telegram#delete*',                'destroy',   'arg 0'],
    ['Telegram#edit*',                  'write.set', 'arg 0'],
    ['Telegram#export*',                'write.set', 'arg 0'],
    ['Telegram#forward*',               'external',  'arg 0'],
    ['Telegram#get*',                   'read',      'arg 0'],
    ['Telegram#hide*',                  'write.set', 'arg 0'],
    ['Telegram#kick*',                  'destroy',   'arg 0'],
    ['Telegram#leaveChat',              'destroy',   'arg 0'],
    ['Telegram#logOut',                 'destroy',   'this'],
    ['Telegram#pin*',                   'write.set', 'arg 0'],
    ['Telegram#promote*',               'write.set', 'arg 0'],
    ['Telegram#reopen*',                'write.set', 'arg 0'],
    ['Telegram#restrict*',              'write.set', 'arg 0'],
    ['Telegram#revoke*',                'destroy',   'arg 0'],
    ['Telegram#send*',                  'external',  'arg 0'],
    ['Telegram#set*',                   'write.set', 'arg 0'],
    ['Telegram#stop*',                  'write.set', 'arg 0'],
    ['Telegram#unban*',                 'write.set', 'arg 0'],
    ['Telegram#unhide*',                'write.set', 'arg 0'],
    ['Telegram#unpin*',                 'write.set', 'arg 0'],
    ['Telegram#upload*',                'write.add', 'arg 0'],
  ],

  harmless: [
    'Format.*', 'Input.*', 'Markup.*', 'MemorySessionStore#*', 'Telegraf#*', 'Telegram#close', 'Telegram#sendChatAction', 'deunionize',
    'session',
  ],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@discordjs/rest',
  language: 'typescript',
  reference: 'https://discord.js.org/docs/packages/rest/stable',
  origin: 'read',
  resource: 'chat',
  identity: { 'REST#setToken': 'this' },

  promises: ['*'],

  calls: [
    ['REST#delete', 'http', 'arg 0', { method: 'DELETE' }],
    ['REST#get',    'http', 'arg 0', { method: 'GET' }],
    ['REST#patch',  'http', 'arg 0', { method: 'PATCH', body: 'arg 1.body' }],
    ['REST#post',   'http', 'arg 0', { method: 'POST', body: 'arg 1.body' }],
    ['REST#put',    'http', 'arg 0', { method: 'PUT', body: 'arg 1.body' }],
  ],

  harmless: [
    'CDN#*', 'REST#addListener', 'REST#cdn.*', 'REST#clear*', 'REST#emit', 'REST#eventNames', 'REST#getMaxListeners', 'REST#listener*',
    'REST#off', 'REST#on', 'REST#once', 'REST#prepend*', 'REST#rawListeners', 'REST#remove*', 'REST#set*',
    'REST#waitForAllListenersToComplete', 'calculateUserDefaultAvatarIndex', 'makeURLSearchParams', 'parseResponse',
  ],
});

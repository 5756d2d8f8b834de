import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'pusher',
  language: 'typescript',
  reference: 'https://pusher.com/docs/channels/server_api',
  origin: 'read',
  resource: 'queue',
  openWorld: true,
  default: 'Pusher',
  instances: {
    Pusher: ['Pusher.forCluster()', 'Pusher.forURL()'],
  },

  calls: [
    ['Pusher#get',                      'http',      'arg 0.path', { method: 'GET' }],
    ['Pusher#post',                     'http',      'arg 0.path', { method: 'POST', body: 'arg 0.body' }],
    ['Pusher#sendToUser',               'write.add', 'arg 0'],
    ['Pusher#terminateUserConnections', 'destroy',   'arg 0'],
    ['Pusher#trigger',                  'write.add', 'arg 0'],
    ['Pusher#triggerBatch',             'write.add', 'arg 0'],
  ],

  harmless: [
    'Pusher#authenticate*', 'Pusher#authorizeChannel', 'Pusher#createSignedQueryString', 'Pusher#webhook', 'Pusher.forCluster',
    'Pusher.forURL', 'forCluster', 'forURL',
  ],
});

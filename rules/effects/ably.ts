import { defineEffects } from '../kit/index.js';

/**
 * A message with an id of one's own is published once.
 */
export default defineEffects({
  library: 'ably',
  language: 'typescript',
  reference: 'https://ably.com/docs/api/rest-sdk',
  origin: 'read',
  resource: 'queue',
  openWorld: true,
  instances: {
    Channel: ['Rest#channels.get()', 'Rest#channels.getDerived()'],
    RealtimeChannel: ['Realtime#channels.get()', 'Realtime#channels.getDerived()'],
  },
  extends: { Realtime: 'Rest', RealtimeChannel: 'Channel' },

  calls: [
    ['Channel#annotations.delete',          'destroy',   'arg 0'],
    ['Channel#annotations.get',             'read',      'arg 0'],
    ['Channel#annotations.publish',         'write.add', 'arg 0'],
    ['Channel#appendMessage',               'write.add', 'arg 0'],
    ['Channel#deleteMessage',               'destroy',   'arg 0'],
    ['Channel#getMessage*',                 'read',      'arg 0'],
    ['Channel#history',                     'read',      'arg 0'],
    ['Channel#presence.get',                'read',      'this'],
    ['Channel#presence.history',            'read',      'this'],
    ['Channel#publish',                     'write.add', 'arg 0', { key: 'arg 0.id' }],
    ['Channel#push.listSubscriptions',      'read',      'arg 0'],
    ['Channel#push.subscribe*',             'write.set', 'this'],
    ['Channel#push.unsubscribe*',           'write.set', 'this'],
    ['Channel#status',                      'read',      'this'],
    ['Channel#updateMessage',               'write.set', 'arg 0'],
    ['RealtimeChannel#presence.enter*',     'write.set', 'arg 0'],
    ['RealtimeChannel#presence.leave*',     'write.set', 'arg 0'],
    ['RealtimeChannel#presence.update*',    'write.set', 'arg 0'],
    ['Rest#auth.revokeTokens',              'destroy',   'arg 0'],
    ['Rest#batchPresence',                  'read',      'arg 0'],
    ['Rest#batchPublish',                   'write.add', 'arg 0'],
    ['Rest#push.admin.createApnsBroadcast', 'external',  'arg 0', { resource: 'chat' }],
    ['Rest#push.admin.publish',             'external',  'arg 0', { resource: 'chat' }],
    ['Rest#request',                        'http',      'arg 1', { method: 'arg 0', body: 'arg 4' }],
    ['Rest#stats',                          'read',      'arg 0'],
  ],

  harmless: [
    'Realtime#close', 'Realtime#connect', 'Realtime#connection.*', 'RealtimeChannel#annotations.subscribe',
    'RealtimeChannel#annotations.unsubscribe', 'RealtimeChannel#attach', 'RealtimeChannel#detach', 'RealtimeChannel#listeners',
    'RealtimeChannel#off', 'RealtimeChannel#on', 'RealtimeChannel#once', 'RealtimeChannel#presence.subscribe',
    'RealtimeChannel#presence.unsubscribe', 'RealtimeChannel#setOptions', 'RealtimeChannel#subscribe', 'RealtimeChannel#unsubscribe',
    'RealtimeChannel#whenState', 'Rest#auth.authorize', 'Rest#auth.createTokenRequest', 'Rest#auth.requestToken', 'Rest#channels.*',
    'Rest#device', 'Rest#getDevice', 'Rest#push.activate', 'Rest#push.deactivate', 'Rest#push.updateToken', 'Rest#time',
  ],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'websocket',
  language: 'python',
  reference: 'https://websocket-client.readthedocs.io/en/latest/',
  origin: 'read',
  resource: 'network',
  instances: { WebSocket: ['create_connection()'] },

  calls: [
    ['WebSocket#send',          'write.add', 'arg 0:payload', { message: true }],
    ['WebSocket#send_binary',   'write.add', 'arg 0:payload', { message: true }],
    ['WebSocket#send_bytes',    'write.add', 'arg 0:data', { message: true }],
    ['WebSocket#send_frame',    'write.add', 'arg 0:frame', { message: true }],
    ['WebSocket#send_text',     'write.add', 'arg 0:text_data', { message: true }],
    ['WebSocketApp#send',       'write.add', 'arg 0:data', { message: true }],
    ['WebSocketApp#send_bytes', 'write.add', 'arg 0:data', { message: true }],
    ['WebSocketApp#send_text',  'write.add', 'arg 0:text_data', { message: true }],
  ],

  harmless: ['WebSocket#*', 'WebSocketApp#*', 'create_connection', 'enableTrace', 'getdefaulttimeout', 'setdefaulttimeout'],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'ws',
  language: 'typescript',
  reference: 'https://github.com/websockets/ws/blob/master/doc/ws.md',
  origin: 'read',
  resource: 'network',
  default: 'WebSocket',
  instances: { WebSocket: ['WebSocket#on()', 'WebSocket#once()'] },

  calls: [
    ['WebSocket#send', 'write.add', 'arg 0', { message: true }],
  ],

  harmless: ['Server#*', 'WebSocket#*', 'WebSocketServer#*', 'createWebSocketStream'],
});

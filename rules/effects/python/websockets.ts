import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'websockets',
  language: 'python',
  reference: 'https://websockets.readthedocs.io/en/stable/reference/',
  origin: 'read',
  resource: 'network',
  instances: {
    Connection: ['asyncio.client.ClientConnection', 'asyncio.server.ServerConnection', 'asyncio.client.connect()', 'client.connect()', 'connect()', 'legacy.client.connect()', 'sync.client.connect()', 'unix_connect()', 'sync.client.unix_connect()', 'WebSocketClientProtocol', 'WebSocketServerProtocol', 'ClientConnection', 'ServerConnection'],
  },

  calls: [
    ['Connection#send', 'write.add', 'arg 0:message', { message: true }],
    ['broadcast',       'write.add', 'arg 1:message'],
  ],

  harmless: [
    'Connection#*', 'asyncio.**', 'client.connect', 'connect', 'exceptions.*', 'frames.*', 'headers.*', 'legacy.**', 'serve',
    'server.serve', 'sync.**', 'unix_connect', 'unix_serve', 'uri.*',
  ],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'slack_bolt',
  language: 'python',
  reference: 'https://docs.slack.dev/tools/bolt-python/reference',
  origin: 'read',
  resource: 'chat',
  instances: {
    'slack_sdk: WebClient': ['App#client', 'AsyncApp#client', 'AsyncBoltContext#client', 'BoltContext#client'],
  },

  calls: [],

  harmless: [
    'App#action', 'App#command', 'App#event', 'App#message', 'App#shortcut', 'App#start', 'App#use', 'App#view', 'AsyncApp#event',
    'AsyncApp#start', 'SocketModeHandler#start',
  ],
});

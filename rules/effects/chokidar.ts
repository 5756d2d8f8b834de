import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'chokidar',
  language: 'typescript',
  reference: 'https://github.com/paulmillr/chokidar',
  origin: 'read',
  resource: 'filesystem',
  instances: { FSWatcher: ['FSWatcher#*()', 'watch()'] },

  calls: [
    ['FSWatcher#add', 'read', 'arg 0'],
    ['watch',         'read', 'arg 0'],
  ],

  harmless: ['FSWatcher#*'],
});

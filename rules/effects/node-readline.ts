import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'node:readline',
  language: 'typescript',
  reference: 'https://nodejs.org/api/readline.html',
  origin: 'read',
  resource: 'process',
  instances: { Interface: ['createInterface()'] },
  calls: [],
  harmless: ['Interface#*', 'clearLine', 'clearScreenDown', 'createInterface', 'cursorTo', 'emitKeypressEvents', 'moveCursor'],
  asks: ['Interface#question'],
});

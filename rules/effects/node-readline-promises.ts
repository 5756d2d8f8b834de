import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'node:readline/promises',
  language: 'typescript',
  reference: 'https://nodejs.org/api/readline.html',
  origin: 'read',
  resource: 'process',
  instances: { Interface: ['createInterface()'] },
  calls: [],
  harmless: ['Interface#*', 'Readline#*', 'createInterface'],
  asks: ['Interface#question'],
});

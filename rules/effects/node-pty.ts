import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'node-pty',
  language: 'typescript',
  reference: 'https://github.com/microsoft/node-pty',
  origin: 'read',
  resource: 'process',
  instances: {
    IPty: ['spawn()'],
  },

  calls: [
    ['IPty#kill',  'destroy', 'arg 0'],
    ['IPty#write', 'exec',    'arg 0'],
    ['spawn',      'argv',    'arg 0', { args: 'arg 1' }],
  ],

  harmless: ['IPty#*'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'pty',
  language: 'python',
  reference: 'https://docs.python.org/3/library/pty.html',
  origin: 'read',
  resource: 'process',

  calls: [
    ['spawn', 'argv', 'arg 0:argv'],
  ],

  harmless: ['fork', 'master_open', 'openpty', 'slave_open'],
});

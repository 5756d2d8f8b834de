import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'telnetlib',
  language: 'python',
  reference: 'https://docs.python.org/3.12/library/telnetlib.html',
  origin: 'read',
  resource: 'network',

  calls: [
    ['Telnet#write', 'exec', 'arg 0:buffer', { resource: 'process', openWorld: true }],
  ],

  harmless: ['Telnet', 'Telnet#*'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'invoke',
  language: 'python',
  reference: 'https://docs.pyinvoke.org/en/stable/',
  origin: 'read',
  resource: 'process',

  calls: [
    ['Context#run',  'shell', 'arg 0:command'],
    ['Context#sudo', 'shell', 'arg 0:command'],
    ['run',          'shell', 'arg 0:command'],
    ['sudo',         'shell', 'arg 0:command'],
  ],

  harmless: ['Collection', 'Collection#*', 'Config', 'Config#*', 'Context#*', 'Responder', 'Result#*', 'task'],
});

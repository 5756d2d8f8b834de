import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'networkx',
  language: 'python',
  reference: 'https://networkx.org/documentation/stable/reference/readwrite',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['read_*',    'read',      'arg 0:path'],
    ['read_dot',  'read',      'arg 0:path'],
    ['write_*',   'write.set', 'arg 1:path'],
    ['write_dot', 'write.set', 'arg 1:path'],
  ],

  harmless: ['*', 'Graph#*'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'frontmatter',
  language: 'python',
  reference: 'https://python-frontmatter.readthedocs.io',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['check', 'read',      'arg 0:fd'],
    ['dump',  'write.set', 'arg 1:fd'],
    ['load',  'read',      'arg 0:fd'],
  ],

  harmless: ['Post#*', 'checks', 'dumps', 'loads', 'parse'],
});

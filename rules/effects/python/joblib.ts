import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'joblib',
  language: 'python',
  reference: 'https://joblib.readthedocs.io/en/stable',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['Memory#clear',       'destroy',   'this', { resource: 'cache' }],
    ['Memory#reduce_size', 'destroy',   'this', { resource: 'cache' }],
    ['dump',               'write.set', 'arg 1:filename'],
    ['load',               'read',      'arg 0:filename'],
  ],

  harmless: ['*', 'Memory#*', 'Parallel#*'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'graphviz',
  language: 'python',
  reference: 'https://graphviz.readthedocs.io/en/stable/api.html',
  origin: 'read',
  resource: 'filesystem',
  extends: { Digraph: 'Graph', Source: 'Graph' },
  instances: { Graph: ['Source.from_file()'] },

  calls: [
    ['Graph#render',     'write.set', 'arg 0:filename'],
    ['Graph#save',       'write.set', 'arg 0:filename'],
    ['Graph#view',       'exec',      'this',           { resource: 'process' }],
    ['Source.from_file', 'read',      'arg 0:filename'],
    ['render',           'write.set', 'arg 2:filepath'],
    ['view',             'exec',      'arg 0:filepath', { resource: 'process' }],
  ],

  harmless: ['*', 'Graph#*'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'rdflib',
  language: 'python',
  reference: 'https://rdflib.readthedocs.io/en/stable/apidocs/rdflib',
  origin: 'read',
  resource: 'filesystem',
  extends: { ConjunctiveGraph: 'Graph', Dataset: 'Graph' },

  calls: [
    ['Graph#load',      'read',      'arg 0:source'],
    ['Graph#parse',     'read',      'arg 0:source',        { if: 'arg 0:source present' }],
    ['Graph#serialize', 'write.set', 'arg 0:destination',   { if: 'arg 0:destination present' }],
    ['Graph#update',    'exec',      'arg 0:update_object', { resource: 'memory' }],
  ],

  harmless: ['*'],
});

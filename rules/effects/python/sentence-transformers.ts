import { defineEffects } from '../../kit/index.js';

/** A model is loaded once, and runs on this machine. */
export default defineEffects({
  library: 'sentence_transformers',
  language: 'python',
  reference: 'https://sbert.net/docs/package_reference',
  origin: 'read',
  resource: 'model',
  openWorld: false,

  calls: [
    ['CrossEncoder',                        'read',      'arg 0:model_name_or_path'],
    ['SentenceTransformer',                 'read',      'arg 0:model_name_or_path'],
    ['SentenceTransformer#fit',             'write.set', 'this',          { resource: 'memory' }],
    ['SentenceTransformer#push_to_hub',     'external',  'arg 0:repo_id', { resource: 'network' }],
    ['SentenceTransformer#save',            'write.set', 'arg 0:path',    { resource: 'filesystem' }],
    ['SentenceTransformer#save_pretrained', 'write.set', 'arg 0:path',    { resource: 'filesystem' }],
    ['SentenceTransformer#save_to_hub',     'external',  'arg 0:repo_id', { resource: 'network' }],
  ],

  harmless: ['*', 'CrossEncoder#*', 'SentenceTransformer#**'],
});

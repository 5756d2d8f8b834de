import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'spacy',
  language: 'python',
  reference: 'https://spacy.io/api',
  origin: 'read',
  resource: 'model',
  openWorld: false,
  instances: { Language: ['blank()', 'load()'] },

  calls: [
    ['Language#to_disk', 'write.set', 'arg 0:path',  { resource: 'filesystem' }],
    ['cli.download',     'write.set', 'arg 0:model', { resource: 'filesystem', ensures: true }],
    ['load',             'read',      'arg 0:name'],
  ],

  harmless: ['*'],
});

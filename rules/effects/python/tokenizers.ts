import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'tokenizers',
  language: 'python',
  reference: 'https://huggingface.co/docs/tokenizers',
  origin: 'read',
  resource: 'model',
  openWorld: false,
  instances: { Tokenizer: ['Tokenizer.from_*()'] },

  calls: [
    ['Tokenizer#save',            'write.set', 'arg 0:path', { resource: 'filesystem' }],
    ['Tokenizer.from_file',       'read',      'arg 0:path'],
    ['Tokenizer.from_pretrained', 'read',      'arg 0:identifier'],
  ],

  harmless: ['*', 'Tokenizer#*', 'Tokenizer.*'],
});

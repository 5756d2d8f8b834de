import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'safetensors',
  language: 'python',
  reference: 'https://huggingface.co/docs/safetensors',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['numpy.load_file',  'read',      'arg 0:filename'],
    ['numpy.save_file',  'write.set', 'arg 1:filename'],
    ['safe_open',        'read',      'arg 0:filename'],
    ['torch.load_file',  'read',      'arg 0:filename'],
    ['torch.load_model', 'read',      'arg 1:filename'],
    ['torch.save_file',  'write.set', 'arg 1:filename'],
    ['torch.save_model', 'write.set', 'arg 1:filename'],
  ],

  harmless: ['*'],
});

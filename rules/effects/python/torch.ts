import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'torch',
  language: 'python',
  reference: 'https://pytorch.org/docs/stable',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['hub.download_url_to_file',     'write.set', 'arg 1:dst'],
    ['hub.load',                     'exec',      'arg 0:repo_or_dir'],
    ['hub.load_state_dict_from_url', 'read',      'arg 0:url', { resource: 'network' }],
    ['jit.load',                     'read',      'arg 0:f'],
    ['jit.save',                     'write.set', 'arg 1:f'],
    ['load',                         'read',      'arg 0:f'],
    ['onnx.export',                  'write.set', 'arg 2:f'],
    ['save',                         'write.set', 'arg 1:f'],
  ],

  harmless: ['*'],
});

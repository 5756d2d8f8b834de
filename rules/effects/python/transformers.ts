import { defineEffects } from '../../kit/index.js';

/** A model is loaded once, and runs on this machine. */
export default defineEffects({
  library: 'transformers',
  language: 'python',
  reference: 'https://huggingface.co/docs/transformers/main_classes',
  origin: 'read',
  resource: 'model',
  openWorld: false,
  instances: { Model: ['*.from_config()', '*.from_pretrained()'], Pipeline: ['pipeline()'] },

  calls: [
    ['*.from_pretrained',     'read',      'arg 0:pretrained_model_name_or_path'],
    ['Model#push_to_hub',     'external',  'args',                 { resource: 'network' }],
    ['Model#save_pretrained', 'write.set', 'arg 0:save_directory', { resource: 'filesystem' }],
    ['Trainer#push_to_hub',   'external',  'args',                 { resource: 'network' }],
    ['Trainer#save_model',    'write.set', 'arg 0:output_dir',     { resource: 'filesystem' }],
    ['Trainer#train',         'exec',      'this',                 { resource: 'process' }],
    ['pipeline',              'read',      'arg 0:task'],
  ],

  harmless: ['*', 'Model#**', 'Pipeline#**', 'Trainer#*'],
});

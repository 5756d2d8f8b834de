import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'h5py',
  language: 'python',
  reference: 'https://docs.h5py.org/en/stable',
  origin: 'read',
  resource: 'filesystem',
  extends: { File: 'Group' },
  instances: { Dataset: ['Group#create_dataset()', 'Group#require_dataset()'], Group: ['Group#create_group()', 'Group#require_group()'] },

  calls: [
    ['File',                         'read',      'arg 0:name', { if: 'arg 1:mode = r' }],
    ['File',                         'read',      'arg 0:name', { if: 'arg 1:mode absent' }],
    ['File',                         'write.set', 'arg 0:name'],
    ['Group#copy',                   'write.set', 'arg 1:dest'],
    ['Group#create_dataset',         'write.add', 'arg 0:name', { exclusive: true }],
    ['Group#create_dataset_like',    'write.add', 'arg 0:name', { exclusive: true }],
    ['Group#create_group',           'write.add', 'arg 0:name', { exclusive: true }],
    ['Group#create_virtual_dataset', 'write.add', 'arg 0:name', { exclusive: true }],
    ['Group#move',                   'write.set', 'arg 0:source'],
    ['Group#require_dataset',        'write.set', 'arg 0:name', { ensures: true }],
    ['Group#require_group',          'write.set', 'arg 0:name', { ensures: true }],
  ],

  harmless: ['*', 'Attributes#*', 'Dataset#*', 'File#*', 'Group#**'],
});

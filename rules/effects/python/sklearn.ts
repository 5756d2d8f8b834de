import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'sklearn',
  language: 'python',
  reference: 'https://scikit-learn.org/stable/api',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['datasets.clear_data_home',    'destroy',   'arg 0:data_home'],
    ['datasets.dump_svmlight_file', 'write.set', 'arg 2:f'],
    ['datasets.fetch_*',            'read',      'args', { resource: 'network' }],
    ['datasets.load_files',         'read',      'arg 0:container_path'],
    ['datasets.load_svmlight_file', 'read',      'arg 0:f'],
  ],

  harmless: ['*'],
});

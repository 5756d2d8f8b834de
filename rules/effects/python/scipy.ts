import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'scipy',
  language: 'python',
  reference: 'https://docs.scipy.org/doc/scipy/reference',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['io.loadmat',       'read',      'arg 0:file_name'],
    ['io.mmread',        'read',      'arg 0:source'],
    ['io.mmwrite',       'write.set', 'arg 0:target'],
    ['io.readsav',       'read',      'arg 0:file_name'],
    ['io.savemat',       'write.set', 'arg 0:file_name'],
    ['io.wavfile.read',  'read',      'arg 0:filename'],
    ['io.wavfile.write', 'write.set', 'arg 0:filename'],
    ['sparse.load_npz',  'read',      'arg 0:file'],
    ['sparse.save_npz',  'write.set', 'arg 0:file'],
  ],

  harmless: ['*'],
});

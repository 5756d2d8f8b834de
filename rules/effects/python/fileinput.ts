import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'fileinput',
  language: 'python',
  reference: 'https://docs.python.org/3/library/fileinput.html',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['FileInput', 'write.set', 'arg 0:files', { if: 'arg 1:inplace = true' }],
    ['FileInput', 'read',      'arg 0:files'],
    ['input',     'write.set', 'arg 0:files', { if: 'arg 1:inplace = true' }],
    ['input',     'read',      'arg 0:files'],
  ],

  harmless: [
    'FileInput#*', 'close', 'filelineno', 'filename', 'fileno', 'hook_compressed', 'hook_encoded', 'isfirstline', 'isstdin', 'lineno',
    'nextfile',
  ],
});

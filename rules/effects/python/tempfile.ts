import { defineEffects } from '../../kit/index.js';

/** Files that nobody but the program knows: they never count. */
export default defineEffects({
  library: 'tempfile',
  language: 'python',
  reference: 'https://docs.python.org/3/library/tempfile.html',
  origin: 'read',
  resource: 'filesystem',
  instances: { TemporaryFile: ['NamedTemporaryFile()', 'SpooledTemporaryFile()'] },
  calls: [],
  harmless: [
    'NamedTemporaryFile', 'SpooledTemporaryFile', 'TemporaryDirectory', 'TemporaryDirectory#*', 'TemporaryFile', 'TemporaryFile#*',
    'gettempdir', 'gettempdirb', 'gettempprefix', 'gettempprefixb', 'mkdtemp', 'mkstemp', 'mktemp',
  ],
  fresh: ['mkdtemp', 'mktemp'],
});

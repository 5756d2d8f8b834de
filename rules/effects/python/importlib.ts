import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'importlib',
  language: 'python',
  reference: 'https://docs.python.org/3/library/importlib.html',
  origin: 'read',
  resource: 'filesystem',
  instances: { 'pathlib: Path': ['resources.files()'] },

  calls: [
    ['resources.open_binary', 'read', 'arg 1:resource'],
    ['resources.open_text',   'read', 'arg 1:resource'],
    ['resources.read_binary', 'read', 'arg 1:resource'],
    ['resources.read_text',   'read', 'arg 1:resource'],
  ],

  harmless: ['*'],
});

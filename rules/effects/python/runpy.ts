import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'runpy',
  language: 'python',
  reference: 'https://docs.python.org/3/library/runpy.html',
  origin: 'read',
  resource: 'process',

  calls: [
    ['run_module', 'exec', 'arg 0:mod_name'],
    ['run_path',   'exec', 'arg 0:path_name'],
  ],

  harmless: [],
});

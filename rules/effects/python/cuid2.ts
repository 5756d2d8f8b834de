import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'cuid2',
  language: 'python',
  reference: 'https://github.com/gordon-code/cuid2',
  origin: 'read',
  resource: 'other',
  calls: [],
  harmless: ['*', 'Cuid#*'],
  fresh: ['Cuid#generate', 'cuid_wrapper()'],
});

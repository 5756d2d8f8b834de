import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'nanoid',
  language: 'python',
  reference: 'https://github.com/puyuan/py-nanoid',
  origin: 'read',
  resource: 'other',
  calls: [],
  harmless: ['*'],
  fresh: ['generate', 'non_secure_generate'],
});

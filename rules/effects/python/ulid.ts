import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'ulid',
  language: 'python',
  reference: 'https://github.com/mdomke/python-ulid',
  origin: 'read',
  resource: 'other',
  calls: [],
  harmless: ['*'],
  fresh: ['ULID', 'new'],
});

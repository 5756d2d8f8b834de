import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'arrow',
  language: 'python',
  reference: 'https://arrow.readthedocs.io/en/latest/',
  origin: 'read',
  resource: 'other',
  calls: [],
  harmless: ['*', 'Arrow#*'],
  fresh: ['Arrow.now', 'Arrow.utcnow', 'now', 'utcnow'],
});

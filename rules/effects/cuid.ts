import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'cuid',
  language: 'typescript',
  reference: 'https://github.com/paralleldrive/cuid',
  origin: 'read',
  resource: 'other',
  default: 'cuid',
  calls: [],
  harmless: ['cuid.isCuid', 'cuid.isSlug'],
  fresh: ['cuid', 'cuid.slug'],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@paralleldrive/cuid2',
  language: 'typescript',
  reference: 'https://github.com/paralleldrive/cuid2',
  origin: 'read',
  resource: 'other',
  instances: { Generator: ['init()'] },
  calls: [],
  harmless: ['getConstants', 'init', 'isCuid'],
  fresh: ['Generator#', 'createId'],
});

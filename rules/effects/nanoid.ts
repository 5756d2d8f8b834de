import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'nanoid',
  language: 'typescript',
  reference: 'https://github.com/ai/nanoid',
  origin: 'read',
  resource: 'other',
  instances: { Generator: ['customAlphabet()', 'customRandom()'] },
  calls: [],
  harmless: ['customAlphabet', 'customRandom'],
  fresh: ['Generator#', 'nanoid', 'random'],
});

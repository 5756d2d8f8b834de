import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'uuid',
  language: 'typescript',
  reference: 'https://github.com/uuidjs/uuid',
  origin: 'read',
  resource: 'other',
  calls: [],
  harmless: ['parse', 'stringify', 'v1ToV6', 'v3', 'v5', 'v6ToV1', 'validate', 'version'],
  fresh: ['v1', 'v4', 'v6', 'v7'],
});

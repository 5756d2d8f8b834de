import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'ulid',
  language: 'typescript',
  reference: 'https://github.com/ulid/javascript',
  origin: 'read',
  resource: 'other',
  instances: { Generator: ['monotonicFactory()'] },
  calls: [],
  harmless: ['decodeTime', 'encodeTime', 'fixULIDBase32', 'incrementBase32', 'isValid', 'monotonicFactory', 'ulidToUUID', 'uuidToULID'],
  fresh: ['Generator#', 'ulid'],
});

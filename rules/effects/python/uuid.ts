import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'uuid',
  language: 'python',
  reference: 'https://docs.python.org/3/library/uuid.html',
  origin: 'read',
  resource: 'other',
  calls: [],
  harmless: ['*'],
  fresh: ['uuid1', 'uuid4', 'uuid6', 'uuid7', 'uuid8'],
});

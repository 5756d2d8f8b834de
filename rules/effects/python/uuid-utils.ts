import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'uuid_utils',
  language: 'python',
  reference: 'https://github.com/aminalaee/uuid-utils',
  origin: 'read',
  resource: 'other',
  calls: [],
  harmless: ['*'],
  fresh: ['compat.uuid1', 'compat.uuid4', 'compat.uuid6', 'compat.uuid7', 'compat.uuid8', 'uuid1', 'uuid4', 'uuid6', 'uuid7', 'uuid8'],
});

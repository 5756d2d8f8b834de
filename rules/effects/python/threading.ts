import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'threading',
  language: 'python',
  reference: 'https://docs.python.org/3/library/threading.html',
  origin: 'read',
  resource: 'process',
  calls: [],
  harmless: ['*'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'http.server',
  language: 'python',
  reference: 'https://docs.python.org/3/library/http.server.html',
  origin: 'read',
  resource: 'network',
  calls: [],
  harmless: ['*'],
});

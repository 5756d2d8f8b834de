import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'secrets',
  language: 'python',
  reference: 'https://docs.python.org/3/library/secrets.html',
  origin: 'read',
  resource: 'other',
  calls: [],
  harmless: ['*'],
  fresh: ['SystemRandom#*', 'choice', 'randbelow', 'randbits', 'token_bytes', 'token_hex', 'token_urlsafe'],
});

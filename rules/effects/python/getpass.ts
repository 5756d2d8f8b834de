import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'getpass',
  language: 'python',
  reference: 'https://docs.python.org/3/library/getpass.html',
  origin: 'read',
  resource: 'process',
  calls: [],
  harmless: ['getuser'],
  asks: ['getpass'],
});

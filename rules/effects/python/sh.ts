import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'sh',
  language: 'python',
  reference: 'https://sh.readthedocs.io/en/latest/',
  origin: 'read',
  resource: 'process',
  calls: [],
  harmless: ['Command#bake', 'contrib.*', 'glob', 'pushd'],
});

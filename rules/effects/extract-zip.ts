import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'extract-zip',
  language: 'typescript',
  reference: 'https://github.com/max-mapper/extract-zip',
  origin: 'read',
  resource: 'filesystem',
  default: 'extract',

  calls: [
    ['extract', 'write.set', 'arg 1.dir'],
  ],

  harmless: [],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'qrcode',
  language: 'typescript',
  reference: 'https://github.com/soldair/node-qrcode',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['toFile', 'write.set', 'arg 0'],
  ],

  harmless: ['create', 'toBuffer', 'toCanvas', 'toDataURL', 'toFileStream', 'toString'],
});

import { defineEffects } from '../kit/index.js';

/** Only `toFile` leaves something behind. */
export default defineEffects({
  library: 'qrcode',
  language: 'typescript',
  reference: 'https://github.com/soldair/node-qrcode#api',
  origin: 'read',
  resource: 'filesystem',

  calls: [['toFile', 'write.set', 'arg 0']],

  harmless: ['create', 'toBuffer', 'toCanvas', 'toDataURL', 'toFileStream', 'toString'],
});

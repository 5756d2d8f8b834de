import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'yauzl',
  language: 'typescript',
  reference: 'https://github.com/thejoshwolfe/yauzl',
  origin: 'read',
  resource: 'filesystem',
  instances: {
    ZipFile: ['from*(3)', 'fromBuffer(1)', 'open(1)', 'openPromise()'],
  },

  calls: [
    ['open',        'read', 'arg 0'],
    ['openPromise', 'read', 'arg 0'],
  ],

  harmless: ['ZipFile#*', 'dosDateTimeToDate', 'from*', 'getFileNameLowLevel', 'parseExtraFields', 'validateFileName'],
});

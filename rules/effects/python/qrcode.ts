import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'qrcode',
  language: 'python',
  reference: 'https://github.com/lincolnloop/python-qrcode',
  origin: 'read',
  resource: 'filesystem',
  instances: { Image: ['QRCode#make_image()', 'make()'] },

  calls: [
    ['Image#save', 'write.set', 'arg 0:stream'],
  ],

  harmless: ['*', 'Image#*', 'QRCode#*'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'PIL',
  language: 'python',
  reference: 'https://pillow.readthedocs.io/en/stable/reference/Image.html',
  origin: 'read',
  resource: 'filesystem',
  instances: {
    Image: [
      'Image#*()', 'Image.Image', 'Image.alpha_composite()', 'Image.blend()', 'Image.fromarray()', 'Image.frombytes()', 'Image.merge()',
      'Image.new()', 'Image.open()', 'ImageOps.*()',
    ],
    ImageDraw: ['ImageDraw.Draw()'],
  },

  calls: [
    ['Image#save',              'write.set', 'arg 0:fp'],
    ['Image#show',              'exec',      'this', { resource: 'process' }],
    ['Image.open',              'read',      'arg 0:fp'],
    ['ImageFont.truetype',      'read',      'arg 0:font'],
    ['ImageGrab.grab',          'read',      'this', { resource: 'other' }],
    ['ImageGrab.grabclipboard', 'read',      'this', { resource: 'other' }],
  ],

  harmless: ['*', 'Image#**', 'ImageDraw#*'],
});

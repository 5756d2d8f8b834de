import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'sharp',
  language: 'typescript',
  reference: 'https://sharp.pixelplumbing.com',
  origin: 'read',
  resource: 'filesystem',
  default: 'sharp',
  instances: { Sharp: ['Sharp#*()', 'sharp()'] },

  calls: [
    ['Sharp#metadata', 'read',      'this'],
    ['Sharp#stats',    'read',      'this'],
    ['Sharp#toBuffer', 'read',      'this'],
    ['Sharp#toFile',   'write.set', 'arg 0'],
  ],

  harmless: ['Sharp#*', 'sharp', 'sharp.*'],
});

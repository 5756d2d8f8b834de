import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'fast-glob',
  language: 'typescript',
  reference: 'https://github.com/mrmlnc/fast-glob',
  origin: 'read',
  resource: 'filesystem',
  default: 'fastGlob',

  calls: [
    ['fastGlob',            'read', 'arg 0'],
    ['fastGlob.async',      'read', 'arg 0'],
    ['fastGlob.glob',       'read', 'arg 0'],
    ['fastGlob.globStream', 'read', 'arg 0'],
    ['fastGlob.globSync',   'read', 'arg 0'],
    ['fastGlob.stream',     'read', 'arg 0'],
    ['fastGlob.sync',       'read', 'arg 0'],
  ],

  harmless: ['fastGlob.convertPathToPattern', 'fastGlob.escapePath', 'fastGlob.generateTasks', 'fastGlob.isDynamicPattern'],
});

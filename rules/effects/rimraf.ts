import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'rimraf',
  language: 'typescript',
  reference: 'https://github.com/isaacs/rimraf',
  origin: 'read',
  resource: 'filesystem',

  promises: ['*'],

  calls: [
    ['manual',     'destroy', 'arg 0'],
    ['manualSync', 'destroy', 'arg 0'],
    ['native',     'destroy', 'arg 0'],
    ['nativeSync', 'destroy', 'arg 0'],
    ['rimraf',     'destroy', 'arg 0'],
    ['rimrafSync', 'destroy', 'arg 0'],
    ['sync',       'destroy', 'arg 0'],
  ],

  harmless: ['assertRimrafOptions', 'isRimrafOptions'],
});

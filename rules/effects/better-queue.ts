import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'better-queue',
  language: 'typescript',
  reference: 'https://github.com/diamondio/better-queue',
  origin: 'read',
  resource: 'queue',
  default: 'BetterQueue',

  calls: [
    ['BetterQueue#cancel',  'destroy',   'arg 0'],
    ['BetterQueue#destroy', 'write.set', 'this'],
    ['BetterQueue#pause',   'write.set', 'this'],
    ['BetterQueue#push',    'write.add', 'arg 0'],
    ['BetterQueue#resume',  'write.set', 'this'],
  ],

  harmless: ['BetterQueue#getStats', 'BetterQueue#on', 'BetterQueue#resetStats', 'BetterQueue#use'],
});

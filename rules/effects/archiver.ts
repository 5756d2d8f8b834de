import { defineEffects } from '../kit/index.js';

/**
 * Where an archive is written is told to the stream that it is piped to.
 */
export default defineEffects({
  library: 'archiver',
  language: 'typescript',
  reference: 'https://www.archiverjs.com/docs/archiver',
  origin: 'read',
  resource: 'filesystem',
  default: 'archiver',
  instances: {
    Archiver: ['Archiver#*()', 'archiver()', 'archiver.create()'],
  },

  calls: [
    ['Archiver#directory', 'read', 'arg 0'],
    ['Archiver#file',      'read', 'arg 0'],
    ['Archiver#glob',      'read', 'arg 0'],
  ],

  harmless: ['Archiver#*', 'archiver', 'archiver.create'],
});

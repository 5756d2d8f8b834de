import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'imageio',
  language: 'python',
  reference: 'https://imageio.readthedocs.io/en/stable',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['get_reader', 'read',      'arg 0:uri'],
    ['get_writer', 'write.set', 'arg 0:uri'],
    ['imread',     'read',      'arg 0:uri'],
    ['imsave',     'write.set', 'arg 0:uri'],
    ['imwrite',    'write.set', 'arg 0:uri'],
    ['mimread',    'read',      'arg 0:uri'],
    ['mimsave',    'write.set', 'arg 0:uri'],
    ['mimwrite',   'write.set', 'arg 0:uri'],
    ['volread',    'read',      'arg 0:uri'],
    ['volwrite',   'write.set', 'arg 0:uri'],
  ],

  harmless: ['*'],
});

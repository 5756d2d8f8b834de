import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'numpy',
  language: 'python',
  reference: 'https://numpy.org/doc/stable/reference/routines.io.html',
  origin: 'read',
  resource: 'filesystem',
  instances: {
    Array: [
      'Array#**()', 'arange()', 'array()', 'asarray()', 'concatenate()', 'empty()', 'full()', 'linspace()', 'load()', 'loadtxt()',
      'ones()', 'random.*()', 'stack()', 'zeros()',
    ],
  },

  calls: [
    ['Array#dump',       'write.set', 'arg 0:file'],
    ['Array#tofile',     'write.set', 'arg 0:file'],
    ['fromfile',         'read',      'arg 0:file'],
    ['fromregex',        'read',      'arg 0:file'],
    ['genfromtxt',       'read',      'arg 0:fname'],
    ['load',             'read',      'arg 0:file'],
    ['loadtxt',          'read',      'arg 0:fname'],
    ['memmap',           'read',      'arg 0:filename', { if: 'arg :mode = r' }],
    ['memmap',           'write.set', 'arg 0:filename'],
    ['save',             'write.set', 'arg 0:file'],
    ['savetxt',          'write.set', 'arg 0:fname'],
    ['savez',            'write.set', 'arg 0:file'],
    ['savez_compressed', 'write.set', 'arg 0:file'],
  ],

  harmless: ['*', 'Array#**'],
});

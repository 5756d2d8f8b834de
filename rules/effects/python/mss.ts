import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'mss',
  language: 'python',
  reference: 'https://python-mss.readthedocs.io',
  origin: 'read',
  resource: 'other',
  instances: {
    MSS: ['mss()'],
  },

  calls: [
    ['MSS#grab',     'read',      'arg 0:region'],
    ['MSS#save',     'write.set', 'arg :output', { resource: 'filesystem' }],
    ['MSS#shot',     'write.set', 'args',        { resource: 'filesystem' }],
    ['tools.to_png', 'write.set', 'arg :output', { if: 'arg :output present', resource: 'filesystem' }],
    ['tools.to_png', 'read',      'args'],
  ],

  harmless: ['MSS#close', 'mss'],
});

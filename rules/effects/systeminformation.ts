import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'systeminformation',
  language: 'typescript',
  reference: 'https://systeminformation.io',
  origin: 'read',
  resource: 'process',

  calls: [
    ['*',             'read', 'this'],
    ['inetChecksite', 'read', 'arg 0', { resource: 'network', openWorld: true }],
    ['inetLatency',   'read', 'arg 0', { resource: 'network', openWorld: true }],
  ],

  harmless: ['powerShellRelease', 'powerShellStart', 'version'],
});

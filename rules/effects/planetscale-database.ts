import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@planetscale/database',
  language: 'typescript',
  reference: 'https://github.com/planetscale/database-js',
  origin: 'read',
  resource: 'database',
  openWorld: true,
  extends: { Client: 'Connection', Transaction: 'Connection' },
  instances: { Connection: ['Client#connection()', 'connect()'], Transaction: ['Connection#transaction(0)'] },

  promises: ['*'],

  calls: [
    ['Connection#execute', 'sql', 'arg 0', { dialect: 'mysql' }],
  ],

  harmless: ['Client#connection', 'Connection#refresh', 'Connection#transaction', 'cast', 'connect', 'format', 'hex'],
});

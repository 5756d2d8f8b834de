import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@libsql/client',
  language: 'typescript',
  reference: 'https://docs.turso.tech/sdk/ts/reference',
  origin: 'read',
  resource: 'database',
  modules: ['@libsql/client/http', '@libsql/client/node', '@libsql/client/sqlite3', '@libsql/client/web', '@libsql/client/ws'],
  extends: { Client: 'Transaction' },
  instances: { Client: ['createClient()'], Transaction: ['Client#transaction()'] },

  promises: ['*'],

  calls: [
    ['Transaction#execute',         'sql', 'arg 0.sql', { if: 'arg 0.sql present', dialect: 'sqlite' }],
    ['Transaction#execute',         'sql', 'arg 0',     { dialect: 'sqlite' }],
    ['Transaction#executeMultiple', 'sql', 'arg 0',     { dialect: 'sqlite' }],
  ],

  harmless: [
    'Client#reconnect', 'Client#sync', 'Client#transaction', 'Transaction#close', 'Transaction#commit', 'Transaction#rollback',
    'createClient',
  ],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'databases',
  language: 'python',
  reference: 'https://www.encode.io/databases',
  origin: 'read',
  resource: 'database',
  together: 'database.transaction()',
  extends: { Database: 'Connection' },
  instances: { Connection: ['Database#connection()'], Transaction: ['Connection#transaction()'] },

  calls: [
    ['Connection#execute',      'sql', 'arg 0:query'],
    ['Connection#execute_many', 'sql', 'arg 0:query'],
    ['Connection#fetch_all',    'sql', 'arg 0:query'],
    ['Connection#fetch_one',    'sql', 'arg 0:query'],
    ['Connection#fetch_val',    'sql', 'arg 0:query'],
    ['Connection#iterate',      'sql', 'arg 0:query'],
  ],

  harmless: ['Connection', 'Connection#*', 'Database', 'Database#*', 'Transaction', 'Transaction#*'],
});

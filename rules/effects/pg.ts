import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'pg',
  language: 'typescript',
  reference: 'https://node-postgres.com',
  origin: 'read',
  resource: 'database',
  together: 'BEGIN … COMMIT on one client',
  extends: { Client: 'ClientBase', PoolClient: 'ClientBase' },
  instances: { PoolClient: ['Pool#connect()', 'Pool#connect(1)'] },

  promises: ['*#query'],
  answers: [{ callees: ['*#query'], kind: 'rows', tells: ['rowCount', 'rows'], strict: true }],

  calls: [
    ['ClientBase#copyFrom', 'sql', 'arg 0', { dialect: 'postgresql' }],
    ['ClientBase#copyTo',   'sql', 'arg 0', { dialect: 'postgresql' }],
    ['ClientBase#query',    'sql', 'arg 0', { dialect: 'postgresql' }],
    ['Pool#query',          'sql', 'arg 0', { dialect: 'postgresql' }],
  ],

  harmless: [
    'ClientBase#*', 'Pool#*', 'PoolClient#release', 'TypeOverrides#*', 'escapeIdentifier', 'escapeLiteral', 'types.getTypeParser',
    'types.setTypeParser',
  ],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@neondatabase/serverless',
  language: 'typescript',
  reference: 'https://neon.com/docs/serverless/serverless-driver',
  origin: 'read',
  resource: 'database',
  openWorld: true,
  instances: {
    NeonQueryFunction: ['NeonQueryFunction#transaction(0)', 'neon()'],
    PoolClient: ['Pool#connect()', 'Pool#connect(1)'],
  },
  extends: { Client: 'ClientBase', PoolClient: 'ClientBase' },

  promises: ['*'],

  calls: [
    ['ClientBase#query',        'sql', 'arg 0',    { dialect: 'postgresql' }],
    ['NeonQueryFunction#',      'sql', 'template', { if: 'template present', dialect: 'postgresql' }],
    ['NeonQueryFunction#',      'sql', 'arg 0',    { dialect: 'postgresql' }],
    ['NeonQueryFunction#query', 'sql', 'arg 0',    { dialect: 'postgresql' }],
    ['Pool#query',              'sql', 'arg 0',    { dialect: 'postgresql' }],
  ],

  harmless: [
    'ClientBase#*', 'NeonQueryFunction#transaction', 'NeonQueryFunction#unsafe', 'Pool#*', 'PoolClient#release', 'escapeIdentifier',
    'escapeLiteral', 'neon', 'types.getTypeParser', 'types.setTypeParser',
  ],
});

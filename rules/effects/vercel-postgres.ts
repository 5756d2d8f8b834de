import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@vercel/postgres',
  language: 'typescript',
  reference: 'https://github.com/vercel/storage/tree/main/packages/postgres',
  origin: 'read',
  resource: 'database',
  extends: { VercelClient: 'VercelPool', VercelPoolClient: 'VercelPool' },
  instances: {
    VercelClient: ['createClient()'],
    VercelPool: ['createPool()'],
    VercelPoolClient: ['VercelPool#connect()', 'db.connect()', 'sql.connect()'],
  },

  promises: ['*'],

  calls: [
    ['VercelPool#query', 'sql', 'arg 0',    { dialect: 'postgresql' }],
    ['VercelPool#sql',   'sql', 'template', { dialect: 'postgresql' }],
    ['db',               'sql', 'template', { dialect: 'postgresql' }],
    ['db.query',         'sql', 'arg 0',    { dialect: 'postgresql' }],
    ['db.sql',           'sql', 'template', { dialect: 'postgresql' }],
    ['sql',              'sql', 'template', { dialect: 'postgresql' }],
    ['sql.query',        'sql', 'arg 0',    { dialect: 'postgresql' }],
  ],

  harmless: [
    'VercelPool#connect', 'VercelPool#end', 'VercelPool#on', 'VercelPoolClient#release', 'createClient', 'createPool', 'db.connect',
    'db.end', 'postgresConnectionString', 'sql.connect', 'sql.end',
  ],
});

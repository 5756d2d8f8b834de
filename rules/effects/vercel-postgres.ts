import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@vercel/postgres',
  language: 'typescript',
  reference: 'https://github.com/vercel/storage/tree/main/packages/postgres',
  origin: 'read',
  resource: 'database',
  extends: { VercelClient: 'VercelPool' },
  instances: { VercelClient: ['VercelPool#connect()', 'createClient()', 'db.connect()', 'sql.connect()'], VercelPool: ['createPool()'] },

  calls: [
    ['VercelPool#query', 'sql', 'arg 0',    {dialect: 'postgresql'}],
    ['VercelPool#sql',   'sql', 'template', {dialect: 'postgresql'}],
    ['db',               'sql', 'template', {dialect: 'postgresql'}],
    ['db.query',         'sql', 'arg 0',    {dialect: 'postgresql'}],
    ['db.sql',           'sql', 'template', {dialect: 'postgresql'}],
    ['sql',              'sql', 'template', {dialect: 'postgresql'}],
    ['sql.query',        'sql', 'arg 0',    {dialect: 'postgresql'}],
  ],

  harmless: [
    'VercelClient#release', 'VercelPool#connect', 'VercelPool#end', 'VercelPool#on', 'createClient', 'createPool', 'db.connect', 'db.end',
    'postgresConnectionString', 'sql.connect', 'sql.end',
  ],
});

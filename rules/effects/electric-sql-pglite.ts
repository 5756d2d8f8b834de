import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@electric-sql/pglite',
  language: 'typescript',
  reference: 'https://pglite.dev/docs/api',
  origin: 'read',
  resource: 'database',
  instances: {
    PGlite: ['PGlite#clone()', 'PGlite.create()'],
    Transaction: ['PGlite#transaction(0)'],
  },
  extends: { Transaction: 'PGlite' },

  calls: [
    ['PGlite#describeQuery', 'read', 'arg 0'],
    ['PGlite#dumpDataDir',   'read', 'arg 0'],
    ['PGlite#exec',          'sql',  'arg 0',    { dialect: 'postgresql' }],
    ['PGlite#execProtocol*', 'exec', 'arg 0'],
    ['PGlite#query',         'sql',  'arg 0',    { dialect: 'postgresql' }],
    ['PGlite#sql',           'sql',  'template', { dialect: 'postgresql' }],
  ],

  harmless: [
    'PGlite#clone', 'PGlite#close', 'PGlite#isInTransaction', 'PGlite#listen', 'PGlite#offNotification', 'PGlite#onNotification',
    'PGlite#runExclusive', 'PGlite#syncToFs', 'PGlite#transaction', 'PGlite#unlisten', 'PGlite.create', 'Transaction#rollback',
  ],
});

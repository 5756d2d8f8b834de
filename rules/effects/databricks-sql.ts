import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@databricks/sql',
  language: 'typescript',
  reference: 'https://docs.databricks.com/aws/en/dev-tools/nodejs-sql-driver',
  origin: 'read',
  resource: 'database',
  openWorld: true,
  instances: {
    DBSQLClient: ['DBSQLClient#connect()'],
    Operation: ['Session#executeStatement()', 'Session#get*()'],
    Session: ['DBSQLClient#openSession()'],
  },

  calls: [
    ['Session#executeStatement', 'sql',  'arg 0'],
    ['Session#get*',             'read', 'arg 0'],
  ],

  harmless: [
    'DBSQLClient#close', 'DBSQLClient#connect', 'DBSQLClient#openSession', 'Operation#cancel', 'Operation#close', 'Operation#fetch*',
    'Operation#finished', 'Operation#getSchema', 'Operation#hasMoreRows', 'Operation#status', 'Session#close',
  ],
});

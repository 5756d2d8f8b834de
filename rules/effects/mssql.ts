import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'mssql',
  language: 'typescript',
  reference: 'https://github.com/tediousjs/node-mssql',
  origin: 'read',
  resource: 'database',
  instances: {
    ConnectionPool: ['ConnectionPool#connect()', 'connect()'],
    Request: ['ConnectionPool#request()', 'Request#input()', 'Request#output()', 'Transaction#request()'],
    Transaction: ['ConnectionPool#transaction()'],
  },

  calls: [
    ['ConnectionPool#batch',      'sql',       'arg 0'],
    ['ConnectionPool#query',      'sql',       'template', { if: 'template present' }],
    ['ConnectionPool#query',      'sql',       'arg 0'],
    ['PreparedStatement#prepare', 'sql',       'arg 0'],
    ['Request#batch',             'sql',       'arg 0'],
    ['Request#bulk',              'write.add', 'arg 0'],
    ['Request#execute',           'exec',      'arg 0'],
    ['Request#query',             'sql',       'template', { if: 'template present' }],
    ['Request#query',             'sql',       'arg 0'],
    ['query',                     'sql',       'template', { if: 'template present' }],
    ['query',                     'sql',       'arg 0'],
  ],

  harmless: [
    'BigInt', 'Bit', 'ConnectionPool#*', 'DateTime', 'Decimal', 'Int', 'NVarChar', 'PreparedStatement#*', 'Request#*', 'Table#*',
    'Transaction#*', 'VarChar', 'connect',
  ],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'snowflake-sdk',
  language: 'typescript',
  reference: 'https://docs.snowflake.com/en/developer-guide/node-js/nodejs-driver',
  origin: 'read',
  resource: 'database',
  openWorld: true,
  instances: {
    Connection: ['Connection#connect()', 'Connection#connectAsync()', 'Pool#acquire()', 'Pool#use(0)', 'createConnection()'],
    Pool: ['createPool()'],
  },

  calls: [
    ['Connection#execute',               'sql',  'arg 0.sqlText'],
    ['Connection#fetchResult',           'read', 'arg 0'],
    ['Connection#getQueryStatus*',       'read', 'arg 0'],
    ['Connection#getResultsFromQueryId', 'read', 'arg 0'],
  ],

  harmless: [
    'Connection#connect', 'Connection#connectAsync', 'Connection#destroy', 'Connection#getId', 'Connection#is*',
    'Connection#serialize', 'Pool#*', 'configure', 'createConnection', 'createPool', 'deserializeConnection', 'serializeConnection',
  ],
});

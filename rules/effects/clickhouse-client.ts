import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@clickhouse/client',
  language: 'typescript',
  reference: 'https://clickhouse.com/docs/integrations/javascript',
  origin: 'read',
  resource: 'database',
  modules: ['@clickhouse/client-web'],
  instances: { Client: ['ClickHouseClient', 'createClient()'] },

  calls: [
    ['Client#command', 'sql',       'arg 0.query'],
    ['Client#exec',    'sql',       'arg 0.query'],
    ['Client#insert',  'write.add', 'arg 0.values'],
    ['Client#ping',    'read',      'this'],
    ['Client#query',   'sql',       'arg 0.query'],
  ],

  harmless: ['Client#*', 'createClient'],
});

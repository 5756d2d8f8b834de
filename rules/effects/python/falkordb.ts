import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'falkordb',
  language: 'python',
  reference: 'https://docs.falkordb.com',
  origin: 'read',
  resource: 'database',
  extends: { AsyncGraph: 'Graph' },
  instances: { FalkorDB: ['FalkorDB.from_url()'], Graph: ['FalkorDB#select_graph()', 'Graph#copy()'] },

  calls: [
    ['FalkorDB#config_get',  'read',      'arg 0:name'],
    ['FalkorDB#config_set',  'write.set', 'arg 0:name'],
    ['FalkorDB#list_graphs', 'read',      'this'],
    ['Graph#call_procedure', 'exec',      'arg 0:procedure'],
    ['Graph#copy',           'write.add', 'arg 0:clone', { exclusive: true }],
    ['Graph#create_*',       'write.add', 'args',        { exclusive: true }],
    ['Graph#delete',         'destroy',   'this',        { unbounded: true }],
    ['Graph#drop_*',         'destroy',   'args'],
    ['Graph#profile',        'cypher',    'arg 0:query'],
    ['Graph#query',          'cypher',    'arg 0:q'],
    ['Graph#ro_query',       'cypher',    'arg 0:q'],
  ],

  harmless: ['*', 'FalkorDB#*', 'FalkorDB.*', 'Graph#*'],
});

import { defineEffects } from '../../kit/index.js';

/** An `INSERT` of CQL sets the row with its key: it is an upsert. What is prepared counts where it is prepared. */
export default defineEffects({
  library: 'cassandra',
  language: 'python',
  reference: 'https://docs.datastax.com/en/developer/python-driver/latest/api',
  origin: 'read',
  resource: 'database',
  instances: {
    Model: ['Model.create()', 'Model.get()', 'QuerySet#first()', 'QuerySet#get()'],
    QuerySet: [
      'Model.all()', 'Model.filter()', 'Model.objects', 'Model.objects()', 'QuerySet#all()', 'QuerySet#allow_filtering()',
      'QuerySet#distinct()', 'QuerySet#filter()', 'QuerySet#if_exists()', 'QuerySet#limit()', 'QuerySet#only()', 'QuerySet#order_by()',
    ],
    Session: ['Cluster#connect()'],
  },

  calls: [
    ['Model#delete',                         'destroy',   'this'],
    ['Model#save',                           'write.set', 'this'],
    ['Model#update',                         'write.set', 'this'],
    ['Model.all',                            'read',      'args'],
    ['Model.create',                         'write.set', 'args'],
    ['Model.filter',                         'read',      'args'],
    ['Model.get',                            'read',      'args'],
    ['QuerySet#count',                       'read',      'this'],
    ['QuerySet#create',                      'write.set', 'args'],
    ['QuerySet#delete',                      'destroy',   'this',        { bound: 'chain filter|objects' }],
    ['QuerySet#first',                       'read',      'this'],
    ['QuerySet#get',                         'read',      'args'],
    ['QuerySet#update',                      'write.set', 'args'],
    ['Session#execute',                      'sql',       'arg 0:query'],
    ['Session#execute_async',                'sql',       'arg 0:query'],
    ['Session#execute_concurrent',           'exec',      'arg 0:statements_and_parameters'],
    ['Session#execute_concurrent_with_args', 'sql',       'arg 0:statement'],
    ['Session#execute_graph',                'exec',      'arg 0:query'],
    ['Session#execute_graph_async',          'exec',      'arg 0:query'],
    ['Session#prepare',                      'sql',       'arg 0:query'],
    ['create_keyspace_network_topology',     'write.set', 'arg 0:name',  { ensures: true }],
    ['create_keyspace_simple',               'write.set', 'arg 0:name',  { ensures: true }],
    ['drop_keyspace',                        'destroy',   'arg 0:name',  { unbounded: true }],
    ['drop_table',                           'destroy',   'arg 0:model'],
    ['execute_concurrent',                   'exec',      'arg 1:statements_and_parameters'],
    ['execute_concurrent_with_args',         'sql',       'arg 1:statement'],
    ['sync_table',                           'write.set', 'arg 0:model', { ensures: true }],
  ],

  harmless: ['*', 'Cluster#*', 'Model#**', 'Model.*', 'QuerySet#*', 'Session#*'],
});

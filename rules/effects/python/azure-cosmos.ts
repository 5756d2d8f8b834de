import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'azure.cosmos',
  language: 'python',
  reference: 'https://learn.microsoft.com/python/api/overview/azure/cosmos-readme',
  origin: 'read',
  resource: 'database',
  openWorld: true,
  instances: {
    ContainerProxy: [
      'DatabaseProxy#create_container()', 'DatabaseProxy#create_container_if_not_exists()', 'DatabaseProxy#get_container_client()',
    ],
    CosmosClient: ['CosmosClient.from_connection_string()'],
    DatabaseProxy: ['CosmosClient#create_database()', 'CosmosClient#create_database_if_not_exists()', 'CosmosClient#get_database_client()'],
  },

  calls: [
    ['ContainerProxy#create_item',                       'write.add', 'arg 0:body', { exclusive: true }],
    ['ContainerProxy#delete_all_items_by_partition_key', 'destroy',   'arg 0:partition_key'],
    ['ContainerProxy#delete_item',                       'destroy',   'arg 0:item'],
    ['ContainerProxy#execute_item_batch',                'write.set', 'arg 0:batch_operations'],
    ['ContainerProxy#patch_item',                        'write.set', 'arg 0:item'],
    ['ContainerProxy#query_items',                       'read',      'arg 0:query'],
    ['ContainerProxy#query_items_change_feed',           'read',      'this'],
    ['ContainerProxy#read',                              'read',      'this'],
    ['ContainerProxy#read_all_items',                    'read',      'arg 0:max_item_count'],
    ['ContainerProxy#read_item',                         'read',      'arg 0:item'],
    ['ContainerProxy#replace_item',                      'write.set', 'arg 0:item'],
    ['ContainerProxy#upsert_item',                       'write.set', 'arg 0:body'],
    ['CosmosClient#create_database',                     'write.add', 'arg 0:id',   { exclusive: true }],
    ['CosmosClient#create_database_if_not_exists',       'write.set', 'arg 0:id',   { ensures: true }],
    ['CosmosClient#delete_database',                     'destroy',   'arg 0:database'],
    ['CosmosClient#list_databases',                      'read',      'this'],
    ['CosmosClient#query_databases',                     'read',      'arg 0:query'],
    ['DatabaseProxy#create_container',                   'write.add', 'arg 0:id',   { exclusive: true }],
    ['DatabaseProxy#create_container_if_not_exists',     'write.set', 'arg 0:id',   { ensures: true }],
    ['DatabaseProxy#delete_container',                   'destroy',   'arg 0:container'],
    ['DatabaseProxy#list_containers',                    'read',      'this'],
    ['DatabaseProxy#query_containers',                   'read',      'arg 0:query'],
    ['DatabaseProxy#read',                               'read',      'this'],
  ],

  harmless: ['CosmosClient#get_database_client', 'CosmosClient.from_connection_string', 'DatabaseProxy#get_container_client'],
});

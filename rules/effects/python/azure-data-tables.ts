import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'azure.data.tables',
  language: 'python',
  reference: 'https://learn.microsoft.com/python/api/overview/azure/data-tables-readme',
  origin: 'read',
  resource: 'database',
  openWorld: true,
  instances: {
    TableClient: [
      'TableClient.from_connection_string()', 'TableServiceClient#create_table()', 'TableServiceClient#create_table_if_not_exists()',
      'TableServiceClient#get_table_client()',
    ],
    TableServiceClient: ['TableServiceClient.from_connection_string()'],
  },

  calls: [
    ['TableClient#create_entity',                     'write.add', 'arg 0:entity',     { exclusive: true }],
    ['TableClient#create_table',                      'write.add', 'this',             { exclusive: true }],
    ['TableClient#delete_entity',                     'destroy',   'args'],
    ['TableClient#delete_table',                      'destroy',   'args'],
    ['TableClient#get_entity',                        'read',      'arg 0:partition_key'],
    ['TableClient#get_table_access_policy',           'read',      'args'],
    ['TableClient#list_entities',                     'read',      'args'],
    ['TableClient#query_entities',                    'read',      'arg 0:query_filter'],
    ['TableClient#set_table_access_policy',           'write.set', 'arg 0:signed_identifiers'],
    ['TableClient#submit_transaction',                'write.set', 'arg 0:operations'],
    ['TableClient#update_entity',                     'write.set', 'arg 0:entity'],
    ['TableClient#upsert_entity',                     'write.set', 'arg 0:entity'],
    ['TableServiceClient#create_table',               'write.add', 'arg 0:table_name', { exclusive: true }],
    ['TableServiceClient#create_table_if_not_exists', 'write.set', 'arg 0:table_name', { ensures: true }],
    ['TableServiceClient#delete_table',               'destroy',   'arg 0:table_name'],
    ['TableServiceClient#get_service_properties',     'read',      'args'],
    ['TableServiceClient#list_tables',                'read',      'args'],
    ['TableServiceClient#query_tables',               'read',      'arg 0:query_filter'],
  ],

  harmless: ['TableClient.from_connection_string', 'TableServiceClient#get_table_client', 'TableServiceClient.from_connection_string'],
});

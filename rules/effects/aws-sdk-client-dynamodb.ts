import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@aws-sdk/client-dynamodb',
  language: 'typescript',
  reference: 'https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/dynamodb',
  origin: 'read',
  resource: 'database',
  openWorld: true,

  calls: [
    ['DynamoDBClient#send', 'command', 'arg 0'],
  ],

  harmless: ['DynamoDBClient#*', 'paginateQuery', 'paginateScan', 'waitUntilTableExists', 'waitUntilTableNotExists'],

  commands: [
    ['BatchExecuteStatementCommand',    'exec',      'arg 0.Statements'],
    ['BatchGetItemCommand',             'read',      'arg 0.RequestItems'],
    ['BatchWriteItemCommand',           'write.set', 'arg 0.RequestItems'],
    ['CreateBackupCommand',             'write.add', 'arg 0.TableName'],
    ['CreateGlobalTableCommand',        'write.add', 'arg 0',                    { exclusive: true }],
    ['CreateTableCommand',              'write.add', 'arg 0.TableName',          { exclusive: true }],
    ['DeleteBackupCommand',             'destroy',   'arg 0'],
    ['DeleteItemCommand',               'destroy',   'arg 0.Key',                { guards: ['arg 0.ConditionExpression'] }],
    ['DeleteTableCommand',              'destroy',   'arg 0.TableName'],
    ['Describe*Command',                'read',      'arg 0'],
    ['ExecuteStatementCommand',         'exec',      'arg 0.Statement'],
    ['ExecuteTransactionCommand',       'exec',      'arg 0.TransactStatements', { key: 'arg 0.ClientRequestToken' }],
    ['ExportTableToPointInTimeCommand', 'write.add', 'arg 0',                    { key: 'arg 0.ClientToken' }],
    ['GetItemCommand',                  'read',      'arg 0.Key'],
    ['ImportTableCommand',              'write.add', 'arg 0',                    { key: 'arg 0.ClientToken' }],
    ['List*Command',                    'read',      'arg 0'],
    ['PutItemCommand',                  'write.set', 'arg 0.Item',               { guards: ['arg 0.ConditionExpression'] }],
    ['QueryCommand',                    'read',      'arg 0'],
    ['RestoreTableFromBackupCommand',   'write.add', 'arg 0',                    { exclusive: true }],
    ['ScanCommand',                     'read',      'arg 0'],
    ['TagResourceCommand',              'write.set', 'arg 0'],
    ['TransactGetItemsCommand',         'read',      'arg 0.TransactItems'],
    ['TransactWriteItemsCommand',       'write.set', 'arg 0.TransactItems',      { key: 'arg 0.ClientRequestToken' }],
    ['UntagResourceCommand',            'write.set', 'arg 0'],
    ['Update*Command',                  'write.set', 'arg 0'],
    ['UpdateItemCommand',               'write.set', 'arg 0.Key',                { guards: ['arg 0.ConditionExpression'] }],
  ],
});

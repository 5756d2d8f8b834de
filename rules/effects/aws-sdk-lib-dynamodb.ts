import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@aws-sdk/lib-dynamodb',
  language: 'typescript',
  reference: 'https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/Package/-aws-sdk-lib-dynamodb',
  origin: 'read',
  resource: 'database',
  openWorld: true,
  extends: { DynamoDBDocument: 'DynamoDBDocumentClient' },
  instances: { DynamoDBDocument: ['DynamoDBDocument.from()'], DynamoDBDocumentClient: ['DynamoDBDocumentClient.from()'] },

  promises: ['*'],
  answers: [{ callees: ['*BatchWrite*', '*batchWrite'], kind: 'batch', tells: ['UnprocessedItems'] }],

  calls: [
    ['DynamoDBDocument#batchExecuteStatement', 'exec',      'arg 0.Statements'],
    ['DynamoDBDocument#batchGet',              'read',      'arg 0'],
    ['DynamoDBDocument#batchWrite',            'write.set', 'arg 0'],
    ['DynamoDBDocument#delete',                'destroy',   'arg 0.Key',                { guards: ['arg 0.ConditionExpression'] }],
    ['DynamoDBDocument#executeStatement',      'exec',      'arg 0.Statement'],
    ['DynamoDBDocument#executeTransaction',    'exec',      'arg 0.TransactStatements', { key: 'arg 0.ClientRequestToken' }],
    ['DynamoDBDocument#get',                   'read',      'arg 0.Key'],
    ['DynamoDBDocument#put',                   'write.set', 'arg 0.Item',               { guards: ['arg 0.ConditionExpression'] }],
    ['DynamoDBDocument#query',                 'read',      'arg 0'],
    ['DynamoDBDocument#scan',                  'read',      'arg 0'],
    ['DynamoDBDocument#transactGet',           'read',      'arg 0'],
    ['DynamoDBDocument#transactWrite',         'write.set', 'arg 0',                    { key: 'arg 0.ClientRequestToken' }],
    ['DynamoDBDocument#update',                'write.set', 'arg 0.Key',                { guards: ['arg 0.ConditionExpression'] }],
    ['DynamoDBDocumentClient#send',            'command',   'arg 0'],
  ],

  harmless: [
    'DynamoDBDocument#destroy', 'DynamoDBDocument.from', 'DynamoDBDocumentClient#*', 'DynamoDBDocumentClient.from', 'paginateQuery',
    'paginateScan',
  ],

  commands: [
    ['BatchExecuteStatementCommand', 'exec',      'arg 0.Statements'],
    ['BatchGetCommand',              'read',      'arg 0.RequestItems'],
    ['BatchWriteCommand',            'write.set', 'arg 0.RequestItems'],
    ['DeleteCommand',                'destroy',   'arg 0.Key',                { guards: ['arg 0.ConditionExpression'] }],
    ['ExecuteStatementCommand',      'exec',      'arg 0.Statement'],
    ['ExecuteTransactionCommand',    'exec',      'arg 0.TransactStatements', { key: 'arg 0.ClientRequestToken' }],
    ['GetCommand',                   'read',      'arg 0.Key'],
    ['PutCommand',                   'write.set', 'arg 0.Item',               { guards: ['arg 0.ConditionExpression'] }],
    ['QueryCommand',                 'read',      'arg 0'],
    ['ScanCommand',                  'read',      'arg 0'],
    ['TransactGetCommand',           'read',      'arg 0.TransactItems'],
    ['TransactWriteCommand',         'write.set', 'arg 0.TransactItems',      { key: 'arg 0.ClientRequestToken' }],
    ['UpdateCommand',                'write.set', 'arg 0.Key',                { guards: ['arg 0.ConditionExpression'] }],
  ],
});

import { defineEffects } from '../../kit/index.js';

/** What the table does not say of the client of DynamoDB: an item is replaced, unless a condition forbids it. */
export default defineEffects({
  library: 'boto3',
  language: 'python',
  reference: 'https://boto3.amazonaws.com/v1/documentation/api/latest/reference/services/dynamodb.html',
  origin: 'read',
  resource: 'database',
  openWorld: true,

  calls: [
    ['dynamodb#batch_execute_statement', 'exec',      'arg :Statements'],
    ['dynamodb#batch_write_item',        'write.set', 'arg :RequestItems'],
    ['dynamodb#delete_item',             'destroy',   'arg :Key'],
    ['dynamodb#execute_statement',       'exec',      'arg :Statement'],
    ['dynamodb#execute_transaction',     'exec',      'arg :TransactStatements', { key: 'arg :ClientRequestToken' }],
    ['dynamodb#get_item',                'read',      'arg :Key'],
    ['dynamodb#put_item',                'write.set', 'arg :Item',               { guards: ['arg :ConditionExpression'] }],
    ['dynamodb#transact_get_items',      'read',      'arg :TransactItems'],
    ['dynamodb#transact_write_items',    'write.set', 'arg :TransactItems',      { key: 'arg :ClientRequestToken' }],
    ['dynamodb#update_item',             'write.set', 'arg :Key',                { guards: ['arg :ConditionExpression'] }],
  ],

  harmless: [],
});

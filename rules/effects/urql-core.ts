import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@urql/core',
  language: 'typescript',
  reference: 'https://commerce.nearform.com/open-source/urql/docs/api/core',
  origin: 'read',
  resource: 'network',
  instances: { Client: ['createClient()', 'new Client'] },
  identity: { createRequest: 'arg 0', gql: 'template' },

  calls: [
    ['Client#executeMutation',     'graphql', 'arg 0'],
    ['Client#executeQuery',        'read',    'arg 0'],
    ['Client#executeSubscription', 'read',    'arg 0'],
    ['Client#mutation',            'graphql', 'arg 0'],
    ['Client#query',               'read',    'arg 0'],
    ['Client#subscription',        'read',    'arg 0'],
  ],

  harmless: [
    'Client#createRequestOperation', 'Client#readQuery', 'Client#reexecuteOperation', 'composeExchanges', 'createClient', 'formatDocument',
    'getOperationName', 'makeErrorResult', 'makeOperation', 'makeResult', 'mapExchange', 'mergeResultPatch', 'ssrExchange', 'stringifyDocument',
    'stringifyVariables', 'subscriptionExchange',
  ],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'graphql-request',
  language: 'typescript',
  reference: 'https://github.com/graffle-js/graffle/tree/graphql-request',
  origin: 'read',
  resource: 'network',
  default: 'request',
  identity: { gql: 'template' },

  promises: ['*'],

  calls: [
    ['GraphQLClient#batchRequests', 'graphql', 'arg 0'],
    ['GraphQLClient#rawRequest',    'graphql', 'arg 0'],
    ['GraphQLClient#request',       'graphql', 'arg 0'],
    ['batchRequests',               'graphql', 'arg 1', { if: 'arg 1 present' }],
    ['batchRequests',               'graphql', 'arg 0'],
    ['rawRequest',                  'graphql', 'arg 1', { if: 'arg 1 present' }],
    ['rawRequest',                  'graphql', 'arg 0'],
    ['request',                     'graphql', 'arg 1', { if: 'arg 1 present' }],
    ['request',                     'graphql', 'arg 0'],
  ],

  harmless: ['GraphQLClient#setEndpoint', 'GraphQLClient#setHeader', 'GraphQLClient#setHeaders', 'analyzeDocument'],
});

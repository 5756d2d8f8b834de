import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@shopify/admin-api-client',
  language: 'typescript',
  reference: 'https://github.com/Shopify/shopify-app-js/tree/main/packages/api-clients/admin-api-client',
  origin: 'read',
  resource: 'network',
  instances: { AdminApiClient: ['createAdminApiClient()'], AdminRestApiClient: ['createAdminRestApiClient()'] },

  promises: ['*'],

  calls: [
    ['AdminApiClient#fetch',      'graphql', 'arg 0'],
    ['AdminApiClient#request',    'graphql', 'arg 0'],
    ['AdminRestApiClient#delete', 'http',    'arg 0', { method: 'DELETE' }],
    ['AdminRestApiClient#get',    'http',    'arg 0', { method: 'GET' }],
    ['AdminRestApiClient#post',   'http',    'arg 0', { method: 'POST', body: 'arg 1.data' }],
    ['AdminRestApiClient#put',    'http',    'arg 0', { method: 'PUT', body: 'arg 1.data' }],
  ],

  harmless: ['AdminApiClient#getApiUrl', 'AdminApiClient#getHeaders', 'createAdminApiClient', 'createAdminRestApiClient'],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@shopify/shopify-api',
  language: 'typescript',
  reference: 'https://github.com/Shopify/shopify-app-js/tree/main/packages/apps/shopify-api/docs',
  origin: 'read',
  resource: 'network',
  instances: {
    GraphqlClient: ['new Shopify#clients.Graphql', 'new Shopify#clients.Storefront'],
    RestClient: ['new Shopify#clients.Rest'],
    Shopify: ['shopifyApi()'],
  },

  calls: [
    ['GraphqlClient#query',                     'graphql',   'arg 0.data.query', { if: 'arg 0.data.query present' }],
    ['GraphqlClient#query',                     'graphql',   'arg 0.data'],
    ['GraphqlClient#request',                   'graphql',   'arg 0'],
    ['RestClient#delete',                       'http',      'arg 0.path',       { method: 'DELETE' }],
    ['RestClient#get',                          'http',      'arg 0.path',       { method: 'GET' }],
    ['RestClient#post',                         'http',      'arg 0.path',       { method: 'POST', body: 'arg 0.data' }],
    ['RestClient#put',                          'http',      'arg 0.path',       { method: 'PUT', body: 'arg 0.data' }],
    ['Shopify#billing.cancel',                  'destroy',   'arg 0',            { resource: 'money' }],
    ['Shopify#billing.check',                   'read',      'arg 0'],
    ['Shopify#billing.createUsageRecord',       'external',  'arg 0',            { resource: 'money', key: 'arg 0.idempotencyKey' }],
    ['Shopify#billing.request',                 'write.add', 'arg 0',            { resource: 'money' }],
    ['Shopify#billing.subscriptions',           'read',      'arg 0'],
    ['Shopify#billing.updateUsageCappedAmount', 'write.set', 'arg 0',            { resource: 'money' }],
    ['Shopify#webhooks.process',                'read',      'arg 0'],
    ['Shopify#webhooks.register',               'write.set', 'arg 0'],
  ],

  harmless: [
    'Shopify#auth.*', 'Shopify#flow.validate', 'Shopify#fulfillmentService.validate', 'Shopify#logger.*', 'Shopify#session.*',
    'Shopify#utils.*', 'Shopify#webhooks.addHandlers', 'Shopify#webhooks.getHandlers', 'Shopify#webhooks.getTopicsAdded',
    'Shopify#webhooks.validate', 'shopifyApi',
  ],
});

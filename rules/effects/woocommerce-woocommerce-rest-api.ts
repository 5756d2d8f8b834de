import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@woocommerce/woocommerce-rest-api',
  language: 'typescript',
  reference: 'https://woocommerce.github.io/woocommerce-rest-api-docs/',
  origin: 'read',
  resource: 'network',
  default: 'WooCommerceRestApi',

  promises: ['*'],

  calls: [
    ['WooCommerceRestApi#delete',  'http', 'arg 0', { method: 'DELETE' }],
    ['WooCommerceRestApi#get',     'http', 'arg 0', { method: 'GET' }],
    ['WooCommerceRestApi#options', 'http', 'arg 0', { method: 'OPTIONS' }],
    ['WooCommerceRestApi#post',    'http', 'arg 0', { method: 'POST', body: 'arg 1' }],
    ['WooCommerceRestApi#put',     'http', 'arg 0', { method: 'PUT', body: 'arg 1' }],
  ],

  harmless: [],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@mondaydotcomorg/api',
  language: 'typescript',
  reference: 'https://developer.monday.com/api-reference',
  origin: 'read',
  resource: 'other',
  openWorld: true,

  calls: [
    ['ApiClient#operations.change*',      'write.set', 'arg 0'],
    ['ApiClient#operations.createItemOp', 'write.add', 'arg 0'],
    ['ApiClient#operations.get*',         'read',      'arg 0'],
    ['ApiClient#rawRequest',              'graphql',   'arg 0'],
    ['ApiClient#request',                 'graphql',   'arg 0'],
    ['SeamlessApiClient#request',         'graphql',   'arg 0'],
  ],

  harmless: [],
});

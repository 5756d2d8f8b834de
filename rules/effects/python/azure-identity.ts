import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'azure.identity',
  language: 'python',
  reference: 'https://learn.microsoft.com/python/api/overview/azure/identity-readme',
  origin: 'read',
  resource: 'cloud',

  calls: [],

  harmless: ['*'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'azure.core',
  language: 'python',
  reference: 'https://learn.microsoft.com/python/api/overview/azure/core-readme',
  origin: 'read',
  resource: 'cloud',

  calls: [],

  harmless: ['*'],
});

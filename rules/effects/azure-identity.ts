import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@azure/identity',
  language: 'typescript',
  reference: 'https://learn.microsoft.com/javascript/api/@azure/identity',
  origin: 'read',
  resource: 'cloud',

  calls: [],

  harmless: ['*'],
});

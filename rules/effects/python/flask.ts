import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'flask',
  language: 'python',
  reference: 'https://flask.palletsprojects.com/api',
  origin: 'read',
  resource: 'network',

  calls: [],

  harmless: ['*'],
});

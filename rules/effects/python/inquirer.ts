import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'inquirer',
  language: 'python',
  reference: 'https://python-inquirer.readthedocs.io/en/latest/',
  origin: 'read',
  resource: 'process',
  calls: [],
  harmless: ['*'],
  asks: ['checkbox', 'confirm', 'editor', 'list_input', 'password', 'path', 'prompt', 'text'],
});

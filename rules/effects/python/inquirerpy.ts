import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'InquirerPy',
  language: 'python',
  reference: 'https://inquirerpy.readthedocs.io/en/latest/',
  origin: 'read',
  resource: 'process',
  calls: [],
  harmless: ['*'],
  asks: ['inquirer.*().execute', 'inquirer.*().execute_async', 'prompt', 'prompt_async'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'prompt_toolkit',
  language: 'python',
  reference: 'https://python-prompt-toolkit.readthedocs.io/en/stable/',
  origin: 'read',
  resource: 'process',
  calls: [],
  harmless: ['*'],
  asks: ['PromptSession#prompt', 'PromptSession#prompt_async', 'confirm', 'prompt'],
});

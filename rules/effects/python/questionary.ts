import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'questionary',
  language: 'python',
  reference: 'https://questionary.readthedocs.io/en/stable/',
  origin: 'read',
  resource: 'process',
  instances: {
    Form: ['form()'],
    Question: ['autocomplete()', 'checkbox()', 'confirm()', 'password()', 'path()', 'press_any_key_to_continue()', 'rawselect()', 'select()', 'text()'],
  },
  calls: [],
  harmless: ['*'],
  asks: [
    'Form#ask', 'Form#ask_async', 'Form#unsafe_ask', 'Question#ask', 'Question#ask_async', 'Question#unsafe_ask',
    'Question#unsafe_ask_async', 'prompt', 'prompt_async', 'unsafe_prompt', 'unsafe_prompt_async',
  ],
});

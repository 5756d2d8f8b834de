import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'rich',
  language: 'python',
  reference: 'https://rich.readthedocs.io/en/stable/',
  origin: 'read',
  resource: 'process',

  calls: [
    ['Console#save_html', 'write.set', 'arg 0:path', { resource: 'filesystem' }],
    ['Console#save_svg',  'write.set', 'arg 0:path', { resource: 'filesystem' }],
    ['Console#save_text', 'write.set', 'arg 0:path', { resource: 'filesystem' }],
  ],

  harmless: ['*'],
  asks: ['Confirm.ask', 'Console#input', 'FloatPrompt.ask', 'IntPrompt.ask', 'Prompt.ask'],
});

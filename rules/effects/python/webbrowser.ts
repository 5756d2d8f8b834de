import { defineEffects } from '../../kit/index.js';

/** Shows something to the person at the machine: nothing that is kept changes. */
export default defineEffects({
  library: 'webbrowser',
  language: 'python',
  reference: 'https://docs.python.org/3/library/webbrowser.html',
  origin: 'read',
  resource: 'browser',
  instances: { BaseBrowser: ['get()'] },

  calls: [
    ['BaseBrowser#open',         'read', 'arg 0:url'],
    ['BaseBrowser#open_new',     'read', 'arg 0:url'],
    ['BaseBrowser#open_new_tab', 'read', 'arg 0:url'],
    ['open',                     'read', 'arg 0:url'],
    ['open_new',                 'read', 'arg 0:url'],
    ['open_new_tab',             'read', 'arg 0:url'],
  ],

  harmless: ['get', 'register'],
});

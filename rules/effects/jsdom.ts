import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'jsdom',
  language: 'typescript',
  reference: 'https://github.com/jsdom/jsdom',
  origin: 'read',
  resource: 'network',

  calls: [
    ['JSDOM.fromFile', 'read', 'arg 0', { resource: 'filesystem' }],
    ['JSDOM.fromURL',  'read', 'arg 0'],
  ],

  harmless: ['CookieJar#*', 'JSDOM#**', 'JSDOM.fragment', 'VirtualConsole#*', 'toughCookie.**'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'http.cookiejar',
  language: 'python',
  reference: 'https://docs.python.org/3/library/http.cookiejar.html',
  origin: 'read',
  resource: 'filesystem',
  extends: { LWPCookieJar: 'FileCookieJar', MozillaCookieJar: 'FileCookieJar' },

  calls: [
    ['FileCookieJar#load',   'read',      'arg 0:filename'],
    ['FileCookieJar#revert', 'read',      'arg 0:filename'],
    ['FileCookieJar#save',   'write.set', 'arg 0:filename'],
  ],

  harmless: ['*'],
});

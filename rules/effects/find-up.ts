import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'find-up',
  language: 'typescript',
  reference: 'https://github.com/sindresorhus/find-up',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['findDown*', 'read', 'arg 0'],
    ['findUp*',   'read', 'arg 0'],
  ],

  harmless: [],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'node:sqlite',
  language: 'typescript',
  reference: 'https://nodejs.org/api/sqlite.html',
  origin: 'read',
  resource: 'database',

  calls: [
    ['DatabaseSync#exec',          'sql',       'arg 0', { dialect: 'sqlite' }],
    ['DatabaseSync#loadExtension', 'exec',      'arg 0'],
    ['DatabaseSync#prepare',       'sql',       'arg 0', { dialect: 'sqlite' }],
    ['backup',                     'write.set', 'arg 1', { resource: 'filesystem' }],
  ],

  harmless: ['DatabaseSync#*', 'Session#*', 'StatementSync#*'],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'node:sqlite',
  language: 'typescript',
  reference: 'https://nodejs.org/api/sqlite.html',
  origin: 'read',
  resource: 'database',
  instances: { StatementSync: ['DatabaseSync#prepare()'] },

  calls: [
    ['DatabaseSync#applyChangeset', 'write.set', 'arg 0'],
    ['DatabaseSync#exec',           'sql',       'arg 0',      { dialect: 'sqlite' }],
    ['DatabaseSync#loadExtension',  'exec',      'arg 0'],
    ['StatementSync#all',           'sql',       'this.arg 0', { dialect: 'sqlite' }],
    ['StatementSync#get',           'sql',       'this.arg 0', { dialect: 'sqlite' }],
    ['StatementSync#iterate',       'sql',       'this.arg 0', { dialect: 'sqlite' }],
    ['StatementSync#run',           'sql',       'this.arg 0', { dialect: 'sqlite' }],
    ['backup',                      'write.set', 'arg 1',      { resource: 'filesystem' }],
  ],

  harmless: ['DatabaseSync#*', 'Session#*', 'StatementSync#*'],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'sqlite',
  language: 'typescript',
  reference: 'https://github.com/kriasoft/node-sqlite',
  origin: 'read',
  resource: 'database',
  instances: { Database: ['open()'], Statement: ['Database#prepare()'] },

  promises: ['*'],

  calls: [
    ['Database#all',           'sql',       'arg 0',      { dialect: 'sqlite' }],
    ['Database#each',          'sql',       'arg 0',      { dialect: 'sqlite' }],
    ['Database#exec',          'sql',       'arg 0',      { dialect: 'sqlite' }],
    ['Database#get',           'sql',       'arg 0',      { dialect: 'sqlite' }],
    ['Database#loadExtension', 'exec',      'arg 0'],
    ['Database#migrate',       'write.set', 'arg 0'],
    ['Database#run',           'sql',       'arg 0',      { dialect: 'sqlite' }],
    ['Statement#all',          'sql',       'this.arg 0', { dialect: 'sqlite' }],
    ['Statement#get',          'sql',       'this.arg 0', { dialect: 'sqlite' }],
    ['Statement#run',          'sql',       'this.arg 0', { dialect: 'sqlite' }],
  ],

  harmless: ['Database#*', 'Statement#*', 'open'],
});

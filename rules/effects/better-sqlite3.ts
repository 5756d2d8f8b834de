import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'better-sqlite3',
  language: 'typescript',
  reference: 'https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md',
  origin: 'read',
  resource: 'database',
  default: 'Database',
  instances: { Database: ['Database()'], Statement: ['Database#prepare()'] },

  answers: [{ callees: ['Statement#run'], kind: 'rows', tells: ['changes'], strict: true }],

  calls: [
    ['Database#backup',        'write.set', 'arg 0',      { resource: 'filesystem' }],
    ['Database#exec',          'sql',       'arg 0',      { dialect: 'sqlite' }],
    ['Database#loadExtension', 'exec',      'arg 0'],
    ['Statement#all',          'sql',       'this.arg 0', { dialect: 'sqlite' }],
    ['Statement#get',          'sql',       'this.arg 0', { dialect: 'sqlite' }],
    ['Statement#iterate',      'sql',       'this.arg 0', { dialect: 'sqlite' }],
    ['Statement#run',          'sql',       'this.arg 0', { dialect: 'sqlite' }],
  ],

  harmless: ['Database#*', 'Statement#*'],
  identity: {
    'Database#transaction': 'arg 0', 'Statement#bind': 'this', 'Statement#expand': 'this', 'Statement#pluck': 'this', 'Statement#raw': 'this', 'Statement#safeIntegers': 'this',
  },
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'cassandra-driver',
  language: 'typescript',
  reference: 'https://docs.datastax.com/en/developer/nodejs-driver',
  origin: 'read',
  resource: 'database',

  calls: [
    ['Client#batch',        'exec', 'arg 0'],
    ['Client#eachRow',      'sql',  'arg 0'],
    ['Client#execute',      'sql',  'arg 0'],
    ['Client#executeGraph', 'exec', 'arg 0'],
    ['Client#stream',       'sql',  'arg 0'],
  ],

  harmless: ['Client#*', 'types.TimeUuid.*', 'types.Uuid.*'],
});

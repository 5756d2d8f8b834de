import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'neo4j-driver',
  language: 'typescript',
  reference: 'https://neo4j.com/docs/api/javascript-driver/current',
  origin: 'read',
  resource: 'database',
  default: '*',
  instances: {
    Driver: ['default.driver()', 'driver()'],
    Session: ['Driver#session()'],
    Transaction: ['ManagedTransaction', 'Session#beginTransaction()', 'Session#executeRead(0)', 'Session#executeWrite(0)'],
  },

  calls: [
    ['Driver#executeQuery', 'cypher', 'arg 0'],
    ['Session#run',         'cypher', 'arg 0'],
    ['Transaction#run',     'cypher', 'arg 0'],
  ],

  harmless: ['Driver#*', 'Session#*', 'Transaction#*', 'auth.basic', 'auth.bearer', 'driver', 'int', 'isInt', 'session.*'],
});

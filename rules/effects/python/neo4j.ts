import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'neo4j',
  language: 'python',
  reference: 'https://neo4j.com/docs/api/python-driver/current',
  origin: 'read',
  resource: 'database',
  extends: {
    AsyncDriver: 'Driver',
    AsyncManagedTransaction: 'Transaction',
    AsyncSession: 'Session',
    AsyncTransaction: 'Transaction',
    ManagedTransaction: 'Transaction',
  },
  instances: {
    Driver: ['AsyncGraphDatabase.driver()', 'GraphDatabase.driver()'],
    Session: ['Driver#session()'],
    Transaction: [
      'Session#begin_transaction()', 'Session#execute_read(0)', 'Session#execute_write(0)', 'Session#read_transaction(0)',
      'Session#write_transaction(0)',
    ],
  },

  calls: [
    ['Driver#execute_query', 'cypher', 'arg 0:query_'],
    ['Session#run',          'cypher', 'arg 0:query'],
    ['Transaction#run',      'cypher', 'arg 0:query'],
  ],

  harmless: [
    'AsyncDriver', 'AsyncGraphDatabase.*', 'AsyncManagedTransaction', 'AsyncSession', 'AsyncTransaction', 'Driver', 'Driver#*',
    'GraphDatabase.*', 'ManagedTransaction', 'Session', 'Session#*', 'Transaction', 'Transaction#*', 'basic_auth', 'bearer_auth',
    'kerberos_auth',
  ],
});

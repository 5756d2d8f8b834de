import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'psycopg_pool',
  language: 'python',
  reference: 'https://www.psycopg.org/psycopg3/docs/api/pool.html',
  origin: 'read',
  resource: 'database',
  instances: {
    'psycopg: Connection': [
      'AsyncConnectionPool#connection()', 'AsyncConnectionPool#getconn()', 'AsyncNullConnectionPool#connection()',
      'AsyncNullConnectionPool#getconn()', 'ConnectionPool#connection()', 'ConnectionPool#getconn()', 'NullConnectionPool#connection()',
      'NullConnectionPool#getconn()',
    ],
  },

  calls: [
  ],

  harmless: [
    'AsyncConnectionPool', 'AsyncConnectionPool#*', 'AsyncNullConnectionPool', 'AsyncNullConnectionPool#*', 'ConnectionPool',
    'ConnectionPool#*', 'NullConnectionPool', 'NullConnectionPool#*',
  ],
});

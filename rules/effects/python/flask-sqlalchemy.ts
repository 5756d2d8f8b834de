import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'flask_sqlalchemy',
  language: 'python',
  reference: 'https://flask-sqlalchemy.readthedocs.io',
  origin: 'read',
  resource: 'database',
  instances: {
    'sqlalchemy: Engine': ['SQLAlchemy#engine'],
    'sqlalchemy: Query': ['Model#query', 'Model.query'],
    'sqlalchemy: Session': ['SQLAlchemy#session'],
    'sqlalchemy: TextClause': ['SQLAlchemy#text()'],
  },
  yields: { Model: ['SQLAlchemy#Model'] },

  calls: [
    ['SQLAlchemy#create_all',   'write.set', 'this', { ensures: true }],
    ['SQLAlchemy#drop_all',     'destroy',   'this', { unbounded: true }],
    ['SQLAlchemy#first_or_404', 'read',      'arg 0:entity'],
    ['SQLAlchemy#get_or_404',   'read',      'arg 0:entity'],
    ['SQLAlchemy#one_or_404',   'read',      'arg 0:entity'],
    ['SQLAlchemy#paginate',     'read',      'arg 0:select'],
    ['SQLAlchemy#reflect',      'read',      'this'],
  ],

  harmless: ['Model', 'Model#*', 'Model.*', 'SQLAlchemy', 'SQLAlchemy#**'],
});

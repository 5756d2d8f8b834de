import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'sqlmodel',
  language: 'python',
  reference: 'https://sqlmodel.tiangolo.com',
  origin: 'read',
  resource: 'database',
  extends: { AsyncSession: 'Session' },
  instances: {
    Statement: ['Statement#*()', 'delete()', 'insert()', 'select()', 'update()'],
    'sqlalchemy: Engine': ['create_engine()'],
    'sqlalchemy: MetaData': ['SQLModel.metadata'],
    'sqlalchemy: Query': ['Session#query()'],
    'sqlalchemy: TextClause': ['text()'],
  },

  calls: [
    ['Session#add',     'write.add', 'arg 0:instance'],
    ['Session#add_all', 'write.add', 'arg 0:instances'],
    ['Session#commit',  'write.set', 'this'],
    ['Session#delete',  'destroy',   'arg 0:instance'],
    ['Session#exec',    'sql',       'arg 0:statement'],
    ['Session#execute', 'sql',       'arg 0:statement'],
    ['Session#flush',   'write.set', 'this'],
    ['Session#get',     'read',      'arg 0:entity'],
    ['Session#get_one', 'read',      'arg 0:entity'],
    ['Session#merge',   'write.set', 'arg 0:instance'],
    ['Session#query',   'read',      'arg 0:entities'],
    ['Session#refresh', 'read',      'arg 0:instance'],
    ['Session#scalar',  'sql',       'arg 0:statement'],
    ['Session#scalars', 'sql',       'arg 0:statement'],
    ['delete',          'destroy',   'arg 0:table', { bound: 'chain where' }],
    ['insert',          'write.add', 'arg 0:table'],
    ['select',          'read',      'arg 0:entities'],
    ['update',          'write.set', 'arg 0:table', { bound: 'chain where' }],
  ],

  harmless: ['*', 'SQLModel#*', 'SQLModel.*', 'Session#*', 'Statement#*'],
});

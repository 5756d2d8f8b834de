import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'alembic',
  language: 'python',
  reference: 'https://alembic.sqlalchemy.org/en/latest/api',
  origin: 'read',
  resource: 'database',

  calls: [
    ['command.check',               'read',      'arg 0:config'],
    ['command.current',             'read',      'arg 0:config'],
    ['command.downgrade',           'exec',      'arg 1:revision'],
    ['command.heads',               'read',      'arg 0:config'],
    ['command.history',             'read',      'arg 0:config'],
    ['command.revision',            'write.add', 'arg 0:config',          { resource: 'filesystem' }],
    ['command.stamp',               'write.set', 'arg 1:revision'],
    ['command.upgrade',             'exec',      'arg 1:revision'],
    ['op.add_column',               'write.add', 'arg 0:table_name',      { exclusive: true }],
    ['op.alter_column',             'write.set', 'arg 0:table_name'],
    ['op.bulk_insert',              'write.add', 'arg 0:table'],
    ['op.create_check_constraint',  'write.add', 'arg 0:constraint_name', { exclusive: true }],
    ['op.create_foreign_key',       'write.add', 'arg 0:constraint_name', { exclusive: true }],
    ['op.create_index',             'write.add', 'arg 0:index_name',      { exclusive: true }],
    ['op.create_table',             'write.add', 'arg 0:table_name',      { exclusive: true }],
    ['op.create_unique_constraint', 'write.add', 'arg 0:constraint_name', { exclusive: true }],
    ['op.drop_column',              'destroy',   'arg 0:table_name'],
    ['op.drop_constraint',          'destroy',   'arg 0:constraint_name'],
    ['op.drop_index',               'destroy',   'arg 0:index_name'],
    ['op.drop_table',               'destroy',   'arg 0:table_name'],
    ['op.execute',                  'sql',       'arg 0:sqltext'],
    ['op.rename_table',             'write.set', 'arg 0:old_table_name'],
  ],

  harmless: ['*'],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'typesense',
  language: 'typescript',
  reference: 'https://typesense.org/docs/latest/api',
  origin: 'read',
  resource: 'search',

  promises: ['*'],

  calls: [
    ['Client#aliases().delete',                   'destroy',   'this'],
    ['Client#aliases().retrieve',                 'read',      'this'],
    ['Client#aliases().upsert',                   'write.set', 'arg 0'],
    ['Client#analytics.events().create',          'write.add', 'arg 0'],
    ['Client#collections().create',               'write.add', 'arg 0', { exclusive: true }],
    ['Client#collections().delete',               'destroy',   'this'],
    ['Client#collections().documents().create',   'write.add', 'arg 0', { key: 'arg 0.id' }],
    ['Client#collections().documents().delete',   'destroy',   'arg 0'],
    ['Client#collections().documents().emplace',  'write.set', 'arg 0'],
    ['Client#collections().documents().export',   'read',      'this'],
    ['Client#collections().documents().import',   'write.set', 'arg 0'],
    ['Client#collections().documents().retrieve', 'read',      'this'],
    ['Client#collections().documents().search',   'read',      'arg 0'],
    ['Client#collections().documents().update',   'write.set', 'arg 0'],
    ['Client#collections().documents().upsert',   'write.set', 'arg 0'],
    ['Client#collections().exists',               'read',      'this'],
    ['Client#collections().overrides().upsert',   'write.set', 'arg 0'],
    ['Client#collections().retrieve',             'read',      'this'],
    ['Client#collections().synonyms().upsert',    'write.set', 'arg 0'],
    ['Client#collections().update',               'write.set', 'arg 0'],
    ['Client#health.retrieve',                    'read',      'this'],
    ['Client#keys().create',                      'external',  'arg 0'],
    ['Client#keys().delete',                      'destroy',   'this'],
    ['Client#keys().retrieve',                    'read',      'this'],
    ['Client#metrics.retrieve',                   'read',      'this'],
    ['Client#multiSearch.perform',                'read',      'arg 0'],
    ['Client#operations.perform',                 'exec',      'arg 0'],
    ['Client#stats.retrieve',                     'read',      'this'],
  ],

  harmless: [
    'Client#aliases', 'Client#analytics.events', 'Client#collections', 'Client#collections().documents', 'Client#collections().overrides',
    'Client#collections().synonyms', 'Client#keys', 'Client#multiSearch.clearCache',
  ],
});

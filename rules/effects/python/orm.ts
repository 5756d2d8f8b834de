import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'orm',
  language: 'python',
  reference: 'https://www.encode.io/orm',
  origin: 'read',
  resource: 'database',
  instances: {
    Model: ['QuerySet#create()', 'QuerySet#first()', 'QuerySet#get()'],
    QuerySet: [
      'Model.objects', 'QuerySet#exclude()', 'QuerySet#filter()', 'QuerySet#limit()', 'QuerySet#offset()', 'QuerySet#order_by()',
      'QuerySet#search()', 'QuerySet#select_related()',
    ],
  },

  calls: [
    ['Model#delete',              'destroy',   'this'],
    ['Model#load',                'read',      'this'],
    ['Model#update',              'write.set', 'args'],
    ['ModelRegistry#create_all',  'write.set', 'this', { ensures: true }],
    ['ModelRegistry#drop_all',    'destroy',   'this', { unbounded: true }],
    ['QuerySet#all',              'read',      'args'],
    ['QuerySet#bulk_create',      'write.add', 'arg 0:objs'],
    ['QuerySet#count',            'read',      'args'],
    ['QuerySet#create',           'write.add', 'args'],
    ['QuerySet#delete',           'destroy',   'this', { bound: 'chain filter|exclude' }],
    ['QuerySet#exists',           'read',      'args'],
    ['QuerySet#first',            'read',      'args'],
    ['QuerySet#get',              'read',      'args'],
    ['QuerySet#get_or_create',    'write.set', 'args', { ensures: true }],
    ['QuerySet#update',           'write.set', 'args', { bound: 'chain filter|exclude' }],
    ['QuerySet#update_or_create', 'write.set', 'args'],
  ],

  harmless: ['*', 'Model#**', 'Model.*', 'ModelRegistry#*', 'QuerySet#*'],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'airtable',
  language: 'typescript',
  reference: 'https://airtable.com/developers/web/api/introduction',
  origin: 'read',
  resource: 'database',
  openWorld: true,
  default: 'Airtable',
  instances: {
    Base: ['Airtable#base()', 'Airtable.base()'],
    Query: ['Table#select()'],
    Record: ['Table#find()'],
    Table: ['Base#()', 'Base#table()'],
  },

  promises: ['*'],

  calls: [
    ['Base#makeRequest',     'http',      'arg 0.path', { method: 'arg 0.method', body: 'arg 0.body' }],
    ['Query#all',            'read',      'this'],
    ['Query#eachPage',       'read',      'this'],
    ['Query#firstPage',      'read',      'this'],
    ['Record#destroy',       'destroy',   'this'],
    ['Record#fetch',         'read',      'this'],
    ['Record#patchUpdate',   'write.set', 'arg 0'],
    ['Record#putUpdate',     'write.set', 'arg 0'],
    ['Record#replaceFields', 'write.set', 'arg 0'],
    ['Record#save',          'write.set', 'this'],
    ['Record#updateFields',  'write.set', 'arg 0'],
    ['Table#create',         'write.add', 'arg 0'],
    ['Table#destroy',        'destroy',   'arg 0'],
    ['Table#find',           'read',      'arg 0'],
    ['Table#replace',        'write.set', 'arg 0'],
    ['Table#select',         'read',      'arg 0'],
    ['Table#update',         'write.set', 'arg 0'],
  ],

  harmless: [
    'Airtable#base', 'Airtable.base', 'Airtable.configure', 'Airtable.default_config', 'Base#', 'Base#getId', 'Base#table', 'Record#get',
    'Record#getId', 'Record#set', 'Record#setRawJson',
  ],
});

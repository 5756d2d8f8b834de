import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'asana',
  language: 'python',
  reference: 'https://developers.asana.com/docs/python',
  origin: 'read',
  resource: 'other',
  openWorld: true,

  calls: [
    ['*Api#add_*',                 'write.set', 'args'],
    ['*Api#approve_*',             'write.set', 'args'],
    ['*Api#create_*',              'write.add', 'args'],
    ['*Api#create_story_for_task', 'external',  'arg 0:body'],
    ['*Api#delete_*',              'destroy',   'args'],
    ['*Api#duplicate_*',           'write.add', 'args'],
    ['*Api#get_*',                 'read',      'args'],
    ['*Api#insert_*',              'write.set', 'args'],
    ['*Api#instantiate_*',         'write.add', 'args'],
    ['*Api#reject_*',              'write.set', 'args'],
    ['*Api#remove_*',              'destroy',   'args'],
    ['*Api#search_*',              'read',      'args'],
    ['*Api#set_*',                 'write.set', 'args'],
    ['*Api#typeahead_*',           'read',      'args'],
    ['*Api#update_*',              'write.set', 'args'],
  ],

  harmless: [],
});

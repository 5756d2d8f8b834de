import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'todoist_api_python',
  language: 'python',
  reference: 'https://developer.todoist.com/api/v1',
  origin: 'read',
  resource: 'other',
  openWorld: true,
  extends: {
    TodoistAPIAsync: 'TodoistAPI',
  },

  calls: [
    ['TodoistAPI#add_*',        'write.add', 'args'],
    ['TodoistAPI#archive_*',    'write.set', 'args', { reversible: true }],
    ['TodoistAPI#complete_*',   'write.set', 'args'],
    ['TodoistAPI#delete_*',     'destroy',   'args'],
    ['TodoistAPI#filter_*',     'read',      'args'],
    ['TodoistAPI#get_*',        'read',      'args'],
    ['TodoistAPI#move_*',       'write.set', 'args'],
    ['TodoistAPI#remove_*',     'destroy',   'args'],
    ['TodoistAPI#rename_*',     'write.set', 'args'],
    ['TodoistAPI#search_*',     'read',      'args'],
    ['TodoistAPI#unarchive_*',  'write.set', 'args'],
    ['TodoistAPI#uncomplete_*', 'write.set', 'args'],
    ['TodoistAPI#update_*',     'write.set', 'args'],
  ],

  harmless: ['authentication.get_authentication_url'],
});

import { defineEffects } from '../../kit/index.js';

/**
 * The clients of all groups have names of a few verbs; rows of one client say where something runs, or reaches people.
 */
export default defineEffects({
  library: 'azure.devops',
  language: 'python',
  reference: 'https://github.com/microsoft/azure-devops-python-api',
  origin: 'generated-then-read',
  resource: 'code-host',
  instances: {
    AnyClient: ['Connection#clients.get_*_client()', 'Connection#clients_v*.get_*_client()'],
    BuildClient: ['Connection#clients.get_build_client()'],
    CoreClient: ['Connection#clients.get_core_client()'],
    GitClient: ['Connection#clients.get_git_client()', 'Connection#clients_v*.get_git_client()'],
    WorkItemTrackingClient: ['Connection#clients.get_work_item_tracking_client()'],
  },
  extends: {
    BuildClient: 'AnyClient',
    CoreClient: 'AnyClient',
    GitClient: 'AnyClient',
    WorkItemTrackingClient: 'AnyClient',
  },

  calls: [
    ['AnyClient#add_*',               'write.add', 'args'],
    ['AnyClient#create_*',            'write.add', 'args'],
    ['AnyClient#create_release',      'external',  'args'],
    ['AnyClient#delete_*',            'destroy',   'args'],
    ['AnyClient#delete_work_item',    'destroy',   'args', { reversible: true }],
    ['AnyClient#destroy_*',           'destroy',   'args'],
    ['AnyClient#get_*',               'read',      'args'],
    ['AnyClient#query_*',             'read',      'args'],
    ['AnyClient#run_pipeline',        'external',  'args'],
    ['AnyClient#update_*',            'write.set', 'args'],
    ['BuildClient#queue_build',       'external',  'args'],
    ['GitClient#create_comment',      'write.add', 'args'],
    ['GitClient#create_pull_request', 'write.add', 'args'],
    ['GitClient#create_push',         'write.set', 'args'],
  ],

  harmless: [
    'Connection#clients.get_build_client', 'Connection#clients.get_core_client', 'Connection#clients.get_git_client',
    'Connection#clients.get_work_item_tracking_client',
  ],
});

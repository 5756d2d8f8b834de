import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'google.cloud.tasks',
  language: 'python',
  reference: 'https://cloud.google.com/python/docs/reference/cloudtasks/latest',
  origin: 'read',
  resource: 'queue',
  openWorld: true,
  modules: ['google.cloud.tasks_v2'],
  extends: {
    CloudTasksAsyncClient: 'CloudTasksClient',
  },

  calls: [
    ['CloudTasksClient#create_queue',         'write.add', 'arg 0:request'],
    ['CloudTasksClient#create_task',          'write.add', 'arg 0:request'],
    ['CloudTasksClient#delete_queue',         'destroy',   'arg 0:request'],
    ['CloudTasksClient#delete_task',          'destroy',   'arg 0:request'],
    ['CloudTasksClient#get_iam_policy',       'read',      'arg 0:request'],
    ['CloudTasksClient#get_queue',            'read',      'arg 0:request'],
    ['CloudTasksClient#get_task',             'read',      'arg 0:request'],
    ['CloudTasksClient#list_queues',          'read',      'arg 0:request'],
    ['CloudTasksClient#list_tasks',           'read',      'arg 0:request'],
    ['CloudTasksClient#pause_queue',          'write.set', 'arg 0:request'],
    ['CloudTasksClient#purge_queue',          'destroy',   'arg 0:request'],
    ['CloudTasksClient#resume_queue',         'write.set', 'arg 0:request'],
    ['CloudTasksClient#run_task',             'external',  'arg 0:request'],
    ['CloudTasksClient#set_iam_policy',       'write.set', 'arg 0:request'],
    ['CloudTasksClient#test_iam_permissions', 'read',      'arg 0:request'],
    ['CloudTasksClient#update_queue',         'write.set', 'arg 0:request'],
  ],

  harmless: ['CloudTasksClient#*_path', 'CloudTasksClient.*_path', 'CloudTasksClient.from_service_account_*'],
});

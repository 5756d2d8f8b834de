import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'google.cloud.secretmanager',
  language: 'python',
  reference: 'https://cloud.google.com/python/docs/reference/secretmanager/latest',
  origin: 'read',
  resource: 'cloud',
  openWorld: true,
  modules: ['google.cloud.secretmanager_v1', 'google.cloud.secretmanager_v1beta1'],
  extends: {
    SecretManagerServiceAsyncClient: 'SecretManagerServiceClient',
  },

  calls: [
    ['SecretManagerServiceClient#access_secret_version',  'read',      'arg 0:request'],
    ['SecretManagerServiceClient#add_secret_version',     'write.add', 'arg 0:request'],
    ['SecretManagerServiceClient#create_secret',          'write.add', 'arg 0:request'],
    ['SecretManagerServiceClient#delete_secret',          'destroy',   'arg 0:request'],
    ['SecretManagerServiceClient#destroy_secret_version', 'destroy',   'arg 0:request'],
    ['SecretManagerServiceClient#disable_secret_version', 'write.set', 'arg 0:request'],
    ['SecretManagerServiceClient#enable_secret_version',  'write.set', 'arg 0:request'],
    ['SecretManagerServiceClient#get_iam_policy',         'read',      'arg 0:request'],
    ['SecretManagerServiceClient#get_secret',             'read',      'arg 0:request'],
    ['SecretManagerServiceClient#get_secret_version',     'read',      'arg 0:request'],
    ['SecretManagerServiceClient#list_secret_versions',   'read',      'arg 0:request'],
    ['SecretManagerServiceClient#list_secrets',           'read',      'arg 0:request'],
    ['SecretManagerServiceClient#set_iam_policy',         'write.set', 'arg 0:request'],
    ['SecretManagerServiceClient#test_iam_permissions',   'read',      'arg 0:request'],
    ['SecretManagerServiceClient#update_secret',          'write.set', 'arg 0:request'],
  ],

  harmless: ['SecretManagerServiceClient#*_path', 'SecretManagerServiceClient.*_path', 'SecretManagerServiceClient.from_service_account_*'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'azure.keyvault.secrets',
  language: 'python',
  reference: 'https://learn.microsoft.com/python/api/overview/azure/keyvault-secrets-readme',
  origin: 'read',
  resource: 'cloud',
  openWorld: true,

  calls: [
    ['SecretClient#backup_secret',                      'read',      'arg 0:name'],
    ['SecretClient#begin_delete_secret',                'destroy',   'arg 0:name', { reversible: true }],
    ['SecretClient#begin_recover_deleted_secret',       'write.set', 'arg 0:name'],
    ['SecretClient#delete_secret',                      'destroy',   'arg 0:name', { reversible: true }],
    ['SecretClient#get_deleted_secret',                 'read',      'arg 0:name'],
    ['SecretClient#get_secret',                         'read',      'arg 0:name'],
    ['SecretClient#list_deleted_secrets',               'read',      'args'],
    ['SecretClient#list_properties_of_secret_versions', 'read',      'arg 0:name'],
    ['SecretClient#list_properties_of_secrets',         'read',      'args'],
    ['SecretClient#purge_deleted_secret',               'destroy',   'arg 0:name'],
    ['SecretClient#restore_secret_backup',              'write.set', 'arg 0:backup'],
    ['SecretClient#set_secret',                         'write.set', 'arg 0:name'],
    ['SecretClient#update_secret_properties',           'write.set', 'arg 0:name'],
  ],

  harmless: ['SecretClient#close'],
});

import { defineEffects } from '../kit/index.js';

/**
 * A secret that is deleted can be recovered until it is purged. Each `setSecret` makes one more version.
 */
export default defineEffects({
  library: '@azure/keyvault-secrets',
  language: 'typescript',
  reference: 'https://learn.microsoft.com/javascript/api/@azure/keyvault-secrets',
  origin: 'read',
  resource: 'cloud',
  openWorld: true,

  promises: ['*'],

  calls: [
    ['SecretClient#backupSecret',              'read',      'arg 0'],
    ['SecretClient#beginDeleteSecret',         'destroy',   'arg 0', { reversible: true }],
    ['SecretClient#beginRecoverDeletedSecret', 'write.set', 'arg 0'],
    ['SecretClient#get*',                      'read',      'arg 0'],
    ['SecretClient#list*',                     'read',      'arg 0'],
    ['SecretClient#purgeDeletedSecret',        'destroy',   'arg 0'],
    ['SecretClient#restoreSecretBackup',       'write.add', 'arg 0', { exclusive: true }],
    ['SecretClient#setSecret',                 'write.add', 'arg 0'],
    ['SecretClient#updateSecretProperties',    'write.set', 'arg 0'],
  ],

  harmless: [],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@google-cloud/secret-manager',
  language: 'typescript',
  reference: 'https://cloud.google.com/nodejs/docs/reference/secret-manager/latest',
  origin: 'read',
  resource: 'cloud',
  openWorld: true,

  promises: ['*'],

  calls: [
    ['SecretManagerServiceClient#accessSecretVersion',  'read',      'arg 0'],
    ['SecretManagerServiceClient#addSecretVersion',     'write.add', 'arg 0'],
    ['SecretManagerServiceClient#createSecret',         'write.add', 'arg 0', { exclusive: true }],
    ['SecretManagerServiceClient#deleteSecret',         'destroy',   'arg 0'],
    ['SecretManagerServiceClient#destroySecretVersion', 'destroy',   'arg 0'],
    ['SecretManagerServiceClient#disableSecretVersion', 'write.set', 'arg 0'],
    ['SecretManagerServiceClient#enable*',              'write.set', 'arg 0'],
    ['SecretManagerServiceClient#get*',                 'read',      'arg 0'],
    ['SecretManagerServiceClient#list*',                'read',      'arg 0'],
    ['SecretManagerServiceClient#rotateSecret',         'external',  'arg 0'],
    ['SecretManagerServiceClient#setIamPolicy',         'write.set', 'arg 0'],
    ['SecretManagerServiceClient#testIamPermissions',   'read',      'arg 0'],
    ['SecretManagerServiceClient#updateSecret',         'write.set', 'arg 0'],
  ],

  harmless: [
    'SecretManagerServiceClient#*Path', 'SecretManagerServiceClient#close', 'SecretManagerServiceClient#getProjectId',
    'SecretManagerServiceClient#initialize',
  ],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@1password/sdk',
  language: 'typescript',
  reference: 'https://developer.1password.com/docs/sdks/',
  origin: 'read',
  resource: 'other',
  openWorld: true,
  instances: { Client: ['createClient()'] },

  calls: [
    ['Client#environments.getVariables',     'read',      'arg 0'],
    ['Client#groups.get',                    'read',      'arg 0'],
    ['Client#items.archive',                 'write.set', 'arg 0', { reversible: true }],
    ['Client#items.create*',                 'write.add', 'arg 0'],
    ['Client#items.delete*',                 'destroy',   'arg 0'],
    ['Client#items.files.attach',            'write.add', 'arg 0'],
    ['Client#items.files.delete',            'destroy',   'arg 0'],
    ['Client#items.files.read',              'read',      'arg 0'],
    ['Client#items.files.replaceDocument',   'write.set', 'arg 0'],
    ['Client#items.get*',                    'read',      'arg 0'],
    ['Client#items.list',                    'read',      'arg 0'],
    ['Client#items.put',                     'write.set', 'arg 0'],
    ['Client#items.shares.create',           'external',  'arg 0'],
    ['Client#items.shares.getAccountPolicy', 'read',      'arg 0'],
    ['Client#secrets.resolve*',              'read',      'arg 0'],
    ['Client#vaults.create',                 'write.add', 'arg 0'],
    ['Client#vaults.delete',                 'destroy',   'arg 0'],
    ['Client#vaults.get*',                   'read',      'arg 0'],
    ['Client#vaults.grantGroupPermissions',  'write.set', 'arg 0'],
    ['Client#vaults.list',                   'read',      'arg 0'],
    ['Client#vaults.revokeGroupPermissions', 'destroy',   'arg 0'],
    ['Client#vaults.update',                 'write.set', 'arg 0'],
    ['Client#vaults.updateGroupPermissions', 'write.set', 'arg 0'],
  ],

  harmless: ['Client#items.shares.validateRecipients', 'Secrets.generatePassword', 'Secrets.validateSecretReference', 'createClient'],
});

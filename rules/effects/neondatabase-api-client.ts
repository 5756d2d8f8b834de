import { defineEffects } from '../kit/index.js';

/**
 * A branch that is restored forgets what it had.
 */
export default defineEffects({
  library: '@neondatabase/api-client',
  language: 'typescript',
  reference: 'https://api-docs.neon.tech/reference/getting-started-with-neon-api',
  origin: 'read',
  resource: 'cloud',
  openWorld: true,
  instances: {
    Api: ['createApiClient()'],
  },

  calls: [
    ['Api#accept*',                               'write.set', 'arg 0'],
    ['Api#add*',                                  'write.add', 'arg 0'],
    ['Api#assign*',                               'write.set', 'arg 0'],
    ['Api#count*',                                'read',      'arg 0'],
    ['Api#create*',                               'write.add', 'arg 0'],
    ['Api#createApiKey',                          'external',  'arg 0'],
    ['Api#createCredential',                      'external',  'arg 0'],
    ['Api#createOrgApiKey',                       'external',  'arg 0'],
    ['Api#createOrganizationInvitations',         'external',  'arg 0',      { resource: 'mail' }],
    ['Api#createProjectBranchFunctionDeployment', 'external',  'arg 0'],
    ['Api#delete*',                               'destroy',   'arg 0'],
    ['Api#disable*',                              'destroy',   'arg 0'],
    ['Api#finalizeRestoreBranch',                 'write.set', 'arg 0'],
    ['Api#get*',                                  'read',      'arg 0'],
    ['Api#grant*',                                'write.set', 'arg 0'],
    ['Api#list*',                                 'read',      'arg 0'],
    ['Api#recover*',                              'write.set', 'arg 0'],
    ['Api#remove*',                               'destroy',   'arg 0'],
    ['Api#request',                               'http',      'arg 0.path', { method: 'arg 0.method', body: 'arg 0.body' }],
    ['Api#reset*',                                'external',  'arg 0'],
    ['Api#restart*',                              'write.set', 'arg 0'],
    ['Api#restore*',                              'destroy',   'arg 0'],
    ['Api#restoreSnapshot',                       'write.set', 'arg 0'],
    ['Api#revoke*',                               'destroy',   'arg 0'],
    ['Api#send*',                                 'external',  'arg 0',      { resource: 'mail' }],
    ['Api#set*',                                  'write.set', 'arg 0'],
    ['Api#start*',                                'write.set', 'arg 0'],
    ['Api#suspend*',                              'write.set', 'arg 0'],
    ['Api#transfer*',                             'write.set', 'arg 0'],
    ['Api#update*',                               'write.set', 'arg 0'],
  ],

  harmless: ['Api#setSecurityData', 'createApiClient'],
});

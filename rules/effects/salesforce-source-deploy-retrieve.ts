import { defineEffects } from '../kit/index.js';

/** What is retrieved is written into the files of the project. */
export default defineEffects({
  library: '@salesforce/source-deploy-retrieve',
  language: 'typescript',
  reference: 'https://github.com/forcedotcom/source-deploy-retrieve/blob/main/HANDBOOK.md',
  origin: 'read',
  resource: 'cloud',
  openWorld: true,
  instances: {
    ComponentSet: ['ComponentSet.fromConnection()', 'ComponentSet.fromManifest()', 'ComponentSet.fromSource()', 'ComponentSetBuilder.build()'],
    MetadataApiDeploy: ['ComponentSet#deploy()'],
    MetadataApiRetrieve: ['ComponentSet#retrieve()'],
  },

  calls: [
    ['ComponentSet#deploy',                      'external',  'this'],
    ['ComponentSet#retrieve',                    'write.set', 'this', { resource: 'filesystem' }],
    ['ComponentSet.fromConnection',              'read',      'arg 0'],
    ['ComponentSet.fromManifest',                'read',      'arg 0', { resource: 'filesystem', openWorld: false }],
    ['ComponentSet.fromSource',                  'read',      'arg 0', { resource: 'filesystem', openWorld: false }],
    ['ComponentSetBuilder.build',                'read',      'arg 0'],
    ['MetadataApiDeploy#cancel',                 'destroy',   'this'],
    ['MetadataApiDeploy#checkStatus',            'read',      'this'],
    ['MetadataApiDeploy#deployRecentValidation', 'external',  'this'],
    ['MetadataApiDeploy#pollStatus',             'read',      'this'],
    ['MetadataApiDeploy#start',                  'external',  'this'],
    ['MetadataApiRetrieve#cancel',               'destroy',   'this'],
    ['MetadataApiRetrieve#checkStatus',          'read',      'this'],
    ['MetadataApiRetrieve#pollStatus',           'read',      'this'],
    ['MetadataApiRetrieve#post',                 'write.set', 'arg 0', { resource: 'filesystem' }],
    ['MetadataApiRetrieve#start',                'write.set', 'this', { resource: 'filesystem' }],
    ['MetadataResolver#getComponentsFromPath',   'read',      'arg 0', { resource: 'filesystem', openWorld: false }],
  ],

  harmless: ['ComponentSet#*', 'MetadataApiDeploy#on*', 'MetadataApiRetrieve#on*', 'MetadataResolver#*', 'RegistryAccess#*'],
});

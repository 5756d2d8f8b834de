import { defineEffects } from '../kit/index.js';

/**
 * What is retrieved takes the place of the files of the project.
 */
export default defineEffects({
  library: '@salesforce/source-deploy-retrieve',
  language: 'typescript',
  reference: 'https://forcedotcom.github.io/source-deploy-retrieve/',
  origin: 'read',
  resource: 'cloud',
  openWorld: true,
  instances: {
    ComponentSet: ['ComponentSet#filter()', 'ComponentSet.from*()', 'ComponentSetBuilder.build()'],
    MetadataApiDeploy: ['ComponentSet#deploy()'],
    MetadataApiRetrieve: ['ComponentSet#retrieve()'],
  },

  calls: [
    ['ComponentSet#deploy',                      'external',  'arg 0'],
    ['ComponentSet#retrieve',                    'write.set', 'arg 0', { resource: 'filesystem' }],
    ['ComponentSet.from*',                       'read',      'arg 0', { resource: 'filesystem' }],
    ['ComponentSetBuilder.build',                'read',      'arg 0', { resource: 'filesystem' }],
    ['MetadataApiDeploy#cancel',                 'destroy',   'this'],
    ['MetadataApiDeploy#checkStatus',            'read',      'this'],
    ['MetadataApiDeploy#deployRecentValidation', 'external',  'arg 0'],
    ['MetadataApiDeploy#pollStatus',             'read',      'arg 0'],
    ['MetadataApiDeploy#start',                  'external',  'this'],
    ['MetadataApiRetrieve#checkStatus',          'read',      'this'],
    ['MetadataApiRetrieve#pollStatus',           'write.set', 'arg 0', { resource: 'filesystem' }],
    ['MetadataApiRetrieve#post',                 'write.set', 'arg 0', { resource: 'filesystem' }],
    ['MetadataResolver#getComponentsFromPath',   'read',      'arg 0', { resource: 'filesystem' }],
  ],

  harmless: ['ComponentSet#*', 'MetadataApiDeploy#on*', 'MetadataApiRetrieve#cancel', 'MetadataApiRetrieve#on*', 'RegistryAccess#*'],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@salesforce/core',
  language: 'typescript',
  reference: 'https://forcedotcom.github.io/sfdx-core/',
  origin: 'read',
  resource: 'cloud',
  openWorld: true,
  instances: { ConfigAggregator: ['ConfigAggregator.create()'], Org: ['Org.create()'], 'jsforce: Connection': ['Connection.create()', 'Org#getConnection()'] },

  calls: [
    // What is asked of the machine: who is signed in, and what the settings of the folder say.
    ['AuthInfo.listAll*',     'read',  'this',  { openWorld: false }],
    ['ConfigAggregator#get*', 'read',  'arg 0', { openWorld: false }],

    ['Org#checkScratchOrg',  'read',      'arg 0'],
    ['Org#cloneSandbox',     'write.add', 'arg 0'],
    ['Org#createSandbox',    'write.add', 'arg 0'],
    ['Org#delete',           'destroy',   'this'],
    ['Org#deleteFrom',       'destroy',   'this'],
    ['Org#determine*',       'read',      'this'],
    ['Org#query*',           'read',      'arg 0'],
    ['Org#refreshSandbox',   'destroy',   'arg 0'],
    ['Org#remove',           'write.set', 'this'],
    ['Org#resumeSandbox',    'write.set', 'arg 0'],
    ['Org#retrieve*',        'read',      'this'],
    ['Org#sandboxStatus',    'read',      'arg 0'],
    ['Org#scratchOrgCreate', 'write.add', 'arg 0'],
    ['scratchOrgCreate',     'write.add', 'arg 0'],
  ],

  harmless: [
    'AuthInfo#get*', 'AuthInfo#is*', 'AuthInfo.*', 'ConfigAggregator.*', 'Connection.create', 'Logger#*',
    'Logger.*', 'Messages#*', 'Messages.*', 'Org#get*', 'Org#is*', 'Org#supportsSourceTracking', 'Org#tracksSource', 'Org.create',
    'SfError.*', 'StateAggregator.*', 'generateApiName', 'matches*', 'trimTo15', 'validate*',
  ],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'zx',
  language: 'typescript',
  reference: 'https://google.github.io/zx',
  origin: 'read',
  resource: 'process',
  modules: ['zx/core'],
  reexports: { YAML: 'yaml', chalk: 'chalk', fs: 'fs-extra', globby: 'globby', minimist: 'minimist', os: 'node:os', path: 'node:path' },
  yields: { $: ['$()'] },

  answers: [{ callees: ['fetch'], kind: 'status', tells: ['ok', 'status', 'statusText', 'error'] }],

  calls: [
    ['$',             'shell',   'template'],
    ['$.sync',        'shell',   'template'],
    ['fetch',         'http',    'arg 0',    { method: 'arg 1.method', headers: 'arg 1.headers', body: 'arg 1.body', if: 'arg 1.method present', resource: 'network' }],
    ['fetch',         'http',    'arg 0',    { method: 'GET', resource: 'network' }],
    ['glob',          'read',    'arg 0',    { resource: 'filesystem' }],
    ['kill',          'destroy', 'arg 0'],
    ['ps.kill',       'destroy', 'arg 0'],
    ['ps.lookup',     'read',    'arg 0',    {  }],
    ['ps.lookupSync', 'read',    'arg 0',    {  }],
    ['ps.tree',       'read',    'arg 0',    {  }],
    ['ps.treeSync',   'read',    'arg 0',    {  }],
    ['which',         'read',    'arg 0',    { resource: 'filesystem' }],
  ],

  harmless: [
    'Fail', 'ProcessOutput#*', 'ProcessPromise#*', 'argv', 'cd', 'defaults', 'dotenv.*', 'echo', 'expBackoff', 'log', 'nothrow',
    'parseArgv', 'question', 'quiet', 'quote', 'quotePowerShell', 'resolveDefaults', 'sleep', 'spinner', 'stdin', 'syncProcessCwd',
    'tempdir', 'tempfile', 'tmpdir', 'tmpfile', 'updateArgv', 'use*', 'which.sync', 'within',
  ],
});

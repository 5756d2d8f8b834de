import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'e2b',
  language: 'python',
  reference: 'https://e2b.dev/docs/sdk-reference/python-sdk',
  origin: 'read',
  resource: 'process',
  openWorld: false,
  modules: ['e2b_code_interpreter'],
  instances: {
    Sandbox: ['AsyncSandbox.connect()', 'AsyncSandbox.create()', 'Sandbox.connect()', 'Sandbox.create()'],
  },
  extends: {
    AsyncSandbox: 'Sandbox',
  },

  calls: [
    ['Sandbox#commands.kill',       'destroy',   'args'],
    ['Sandbox#commands.list',       'read',      'this'],
    ['Sandbox#commands.run',        'exec',      'args'],
    ['Sandbox#commands.send_stdin', 'exec',      'args'],
    ['Sandbox#files.exists',        'read',      'args', { resource: 'filesystem' }],
    ['Sandbox#files.get_info',      'read',      'args', { resource: 'filesystem' }],
    ['Sandbox#files.list',          'read',      'args', { resource: 'filesystem' }],
    ['Sandbox#files.make_dir',      'write.set', 'args', { resource: 'filesystem', ensures: true }],
    ['Sandbox#files.read',          'read',      'args', { resource: 'filesystem' }],
    ['Sandbox#files.remove',        'destroy',   'args', { resource: 'filesystem' }],
    ['Sandbox#files.rename',        'write.set', 'args', { resource: 'filesystem' }],
    ['Sandbox#files.write',         'write.set', 'args', { resource: 'filesystem' }],
    ['Sandbox#get_info',            'read',      'this'],
    ['Sandbox#is_running',          'read',      'this'],
    ['Sandbox#kill',                'destroy',   'this'],
    ['Sandbox#pause',               'write.set', 'this'],
    ['Sandbox#run_code',            'exec',      'args'],
    ['Sandbox#set_timeout',         'write.set', 'this'],
    ['Sandbox.list',                'read',      'args'],
  ],

  harmless: [
    'AsyncSandbox.connect', 'AsyncSandbox.create', 'Sandbox#download_url', 'Sandbox#get_host', 'Sandbox#upload_url', 'Sandbox.connect',
    'Sandbox.create',
  ],
});

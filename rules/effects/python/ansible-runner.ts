import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'ansible_runner',
  language: 'python',
  reference: 'https://ansible.readthedocs.io/projects/runner',
  origin: 'read',
  resource: 'process',

  calls: [
    ['get_ansible_config', 'read', 'args'],
    ['get_inventory',      'read', 'args'],
    ['get_plugin_docs',    'read', 'args'],
    ['get_plugin_list',    'read', 'args'],
    ['run',                'exec', 'args'],
    ['run_async',          'exec', 'args'],
    ['run_command',        'exec', 'args'],
    ['run_command_async',  'exec', 'args'],
  ],

  harmless: ['Runner#*'],
});

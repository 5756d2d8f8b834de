import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'linode_api4',
  language: 'python',
  reference: 'https://linode-api4.readthedocs.io',
  origin: 'read',
  resource: 'cloud',
  openWorld: true,
  instances: {
    Thing: [
      'LinodeClient#domains().0', 'LinodeClient#images().0', 'LinodeClient#linode.instance_create()', 'LinodeClient#linode.instances().0',
      'LinodeClient#load()', 'LinodeClient#volumes().0',
    ],
  },

  calls: [
    ['LinodeClient#*.*_create',             'write.add', 'args'],
    ['LinodeClient#*_create',               'write.add', 'args'],
    ['LinodeClient#domains',                'read',      'args'],
    ['LinodeClient#images',                 'read',      'args'],
    ['LinodeClient#linode.instance_create', 'write.add', 'args'],
    ['LinodeClient#linode.instances',       'read',      'args'],
    ['LinodeClient#linode.types',           'read',      'args'],
    ['LinodeClient#load',                   'read',      'args'],
    ['LinodeClient#regions',                'read',      'args'],
    ['LinodeClient#volumes',                'read',      'args'],
    ['Thing#boot',                          'write.set', 'this'],
    ['Thing#clone',                         'write.add', 'this'],
    ['Thing#delete',                        'destroy',   'this'],
    ['Thing#enable_backups',                'write.set', 'this'],
    ['Thing#reboot',                        'write.set', 'this'],
    ['Thing#rebuild',                       'destroy',   'this'],
    ['Thing#resize',                        'write.set', 'this'],
    ['Thing#save',                          'write.set', 'this'],
    ['Thing#shutdown',                      'write.set', 'this'],
    ['Thing#snapshot',                      'write.add', 'this'],
  ],

  harmless: [],
});

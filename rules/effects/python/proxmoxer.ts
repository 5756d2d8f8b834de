import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'proxmoxer',
  language: 'python',
  reference: 'https://proxmoxer.github.io/docs',
  origin: 'read',
  resource: 'cloud',
  openWorld: true,

  calls: [
    ['ProxmoxAPI#**.*().delete',           'destroy',   'args'],
    ['ProxmoxAPI#**.agent().post',         'exec',      'args'],
    ['ProxmoxAPI#**.create',               'write.add', 'args'],
    ['ProxmoxAPI#**.delete',               'destroy',   'args'],
    ['ProxmoxAPI#**.get',                  'read',      'args'],
    ['ProxmoxAPI#**.post',                 'write.add', 'args'],
    ['ProxmoxAPI#**.put',                  'write.set', 'args'],
    ['ProxmoxAPI#**.set',                  'write.set', 'args'],
    ['ProxmoxAPI#**.status.reboot.post',   'write.set', 'args'],
    ['ProxmoxAPI#**.status.resume.post',   'write.set', 'args'],
    ['ProxmoxAPI#**.status.shutdown.post', 'write.set', 'args'],
    ['ProxmoxAPI#**.status.start.post',    'write.set', 'args'],
    ['ProxmoxAPI#**.status.stop.post',     'write.set', 'args'],
    ['ProxmoxAPI#**.status.suspend.post',  'write.set', 'args'],
    ['ProxmoxAPI#delete',                  'destroy',   'args'],
    ['ProxmoxAPI#get',                     'read',      'args'],
    ['ProxmoxAPI#post',                    'write.add', 'args'],
    ['ProxmoxAPI#put',                     'write.set', 'args'],
  ],

  harmless: ['ProxmoxAPI#**'],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@tryghost/admin-api',
  language: 'typescript',
  reference: 'https://docs.ghost.org/admin-api/javascript/',
  origin: 'read',
  resource: 'database',
  openWorld: true,
  default: 'GhostAdminAPI',

  promises: ['*'],

  calls: [
    ['GhostAdminAPI#*.add',           'write.add', 'arg 0'],
    ['GhostAdminAPI#*.browse',        'read',      'arg 0'],
    ['GhostAdminAPI#*.delete',        'destroy',   'arg 0'],
    ['GhostAdminAPI#*.edit',          'write.set', 'arg 0'],
    ['GhostAdminAPI#*.read',          'read',      'arg 0'],
    ['GhostAdminAPI#*.upload',        'write.add', 'arg 0'],
    ['GhostAdminAPI#themes.activate', 'write.set', 'arg 0'],
    ['GhostAdminAPI#themes.upload',   'write.set', 'arg 0'],
  ],

  harmless: [],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'keyring',
  language: 'python',
  reference: 'https://keyring.readthedocs.io/en/latest/',
  origin: 'read',
  resource: 'other',

  calls: [
    ['delete_password', 'destroy',   'arg 0:service_name'],
    ['get_credential',  'read',      'arg 0:service_name'],
    ['get_password',    'read',      'arg 0:service_name'],
    ['set_password',    'write.set', 'arg 0:service_name'],
  ],

  harmless: ['backend.*', 'backends.*', 'get_keyring', 'set_keyring'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'woocommerce',
  language: 'python',
  reference: 'https://woocommerce.github.io/woocommerce-rest-api-docs',
  origin: 'read',
  resource: 'other',
  openWorld: true,

  calls: [
    ['API#delete',  'destroy',   'arg 0:endpoint'],
    ['API#get',     'read',      'arg 0:endpoint'],
    ['API#options', 'read',      'arg 0:endpoint'],
    ['API#post',    'write.add', 'arg 0:endpoint'],
    ['API#put',     'write.set', 'arg 0:endpoint'],
  ],

  harmless: [],
});

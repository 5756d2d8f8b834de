import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'mailgun',
  language: 'python',
  reference: 'https://github.com/mailgun/mailgun-python',
  origin: 'read',
  resource: 'mail',
  extends: {
    AsyncClient: 'Client',
  },

  calls: [
    ['Client#*.create',           'write.add', 'arg 0:data'],
    ['Client#*.delete',           'destroy',   'args'],
    ['Client#*.get',              'read',      'args'],
    ['Client#*.patch',            'write.set', 'arg 0:data'],
    ['Client#*.put',              'write.set', 'arg 0:data'],
    ['Client#*.stream',           'read',      'args'],
    ['Client#*.update',           'write.set', 'arg 0:data'],
    ['Client#messages.create',    'external',  'arg 0:data'],
    ['Client#mimemessage.create', 'external',  'arg 0:data'],
  ],

  harmless: ['Client#close', 'Client#ping'],
});

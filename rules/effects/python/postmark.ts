import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'postmark',
  language: 'python',
  reference: 'https://github.com/ActiveCampaign/postmark-python',
  origin: 'read',
  resource: 'mail',

  calls: [
    ['AccountClient#*.create*',     'write.add', 'args'],
    ['AccountClient#*.delete*',     'destroy',   'args'],
    ['AccountClient#*.edit*',       'write.set', 'args'],
    ['AccountClient#*.get*',        'read',      'args'],
    ['AccountClient#*.list*',       'read',      'args'],
    ['ServerClient#*.create*',      'write.add', 'args'],
    ['ServerClient#*.delete*',      'destroy',   'args'],
    ['ServerClient#*.edit*',        'write.set', 'args'],
    ['ServerClient#*.get*',         'read',      'args'],
    ['ServerClient#*.list*',        'read',      'args'],
    ['ServerClient#outbound.send',  'external',  'arg 0:message'],
    ['ServerClient#outbound.send*', 'external',  'args'],
  ],

  harmless: ['AccountClient#close', 'ServerClient#close'],
});

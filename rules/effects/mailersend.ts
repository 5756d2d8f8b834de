import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'mailersend',
  language: 'typescript',
  reference: 'https://github.com/mailersend/mailersend-nodejs',
  origin: 'read',
  resource: 'mail',

  calls: [
    ['MailerSend#**.create*',                'write.add', 'arg 0'],
    ['MailerSend#**.delete*',                'destroy',   'arg 0'],
    ['MailerSend#**.get*',                   'read',      'arg 0'],
    ['MailerSend#**.list*',                  'read',      'arg 0'],
    ['MailerSend#**.single*',                'read',      'arg 0'],
    ['MailerSend#**.update*',                'write.set', 'arg 0'],
    ['MailerSend#dmarc.addFavorite',         'write.set', 'arg 0'],
    ['MailerSend#dmarc.removeFavorite',      'write.set', 'arg 0'],
    ['MailerSend#dmarc.report*',             'read',      'arg 0'],
    ['MailerSend#email.send',                'external',  'arg 0'],
    ['MailerSend#email.sendBulk',            'external',  'arg 0'],
    ['MailerSend#emailVerification.verify*', 'read',      'arg 0'],
    ['MailerSend#sms.send',                  'external',  'arg 0', { resource: 'chat' }],
    ['MailerSend#token.create',              'external',  'arg 0'],
    ['MailerSend#user.create',               'external',  'arg 0'],
    ['MailerSend#user.resendInvite',         'external',  'arg 0'],
    ['MailerSend#whatsapp.send',             'external',  'arg 0', { resource: 'chat' }],
  ],

  harmless: ['EmailParams#*', 'SMSParams#*'],
});

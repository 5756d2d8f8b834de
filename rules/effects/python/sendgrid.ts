import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'sendgrid',
  language: 'python',
  reference: 'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/libraries',
  origin: 'read',
  resource: 'mail',

  calls: [
    ['SendGridAPIClient#client.**._().delete',  'destroy',   'this'],
    ['SendGridAPIClient#client.**._().patch',   'write.set', 'args'],
    ['SendGridAPIClient#client.**.delete',      'destroy',   'this'],
    ['SendGridAPIClient#client.**.get',         'read',      'args'],
    ['SendGridAPIClient#client.**.post',        'write.add', 'args'],
    ['SendGridAPIClient#client.**.put',         'write.set', 'args'],
    ['SendGridAPIClient#client.mail.send.post', 'external',  'args'],
    ['SendGridAPIClient#send',                  'external',  'arg 0:message'],
  ],

  harmless: ['Attachment#*', 'Content#*', 'Email#*', 'Mail#*', 'Personalization#*', 'SendGridAPIClient#client.**._', 'To#*'],
});

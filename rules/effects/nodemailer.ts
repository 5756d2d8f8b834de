import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'nodemailer',
  language: 'typescript',
  reference: 'https://nodemailer.com',
  origin: 'read',
  resource: 'mail',
  instances: { Transporter: ['createTransport()'] },

  promises: ['*'],

  calls: [
    ['Transporter#sendMail', 'external', 'arg 0'],
    ['createTestAccount',    'external', 'arg 0'],
  ],

  harmless: ['Transporter#*', 'createTransport', 'getTestMessageUrl'],
});

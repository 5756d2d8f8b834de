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
    // Such a transport gives the message back and sends nothing.
    ['Transporter#sendMail', 'read',     'arg 0', { if: 'this.arg 0.streamTransport = true', resource: 'memory' }],
    ['Transporter#sendMail', 'read',     'arg 0', { if: 'this.arg 0.jsonTransport = true', resource: 'memory' }],
    ['Transporter#sendMail', 'external', 'arg 0'],
    ['createTestAccount',    'external', 'arg 0'],
  ],

  harmless: ['Transporter#*', 'createTransport', 'getTestMessageUrl'],
});

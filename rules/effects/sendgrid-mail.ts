import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@sendgrid/mail',
  language: 'typescript',
  reference: 'https://github.com/sendgrid/sendgrid-nodejs',
  origin: 'read',
  resource: 'mail',
  default: 'MailService#',

  promises: ['*'],

  calls: [
    ['MailService#send',         'external', 'arg 0'],
    ['MailService#sendMultiple', 'external', 'arg 0'],
  ],

  harmless: [
    'MailService#setApiKey', 'MailService#setClient', 'MailService#setSubstitutionWrappers', 'MailService#setTimeout',
  ],
});

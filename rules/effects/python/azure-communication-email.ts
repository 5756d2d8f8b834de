import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'azure.communication.email',
  language: 'python',
  reference: 'https://learn.microsoft.com/python/api/overview/azure/communication-email-readme',
  origin: 'read',
  resource: 'mail',
  instances: {
    EmailClient: ['EmailClient.from_connection_string()'],
  },

  calls: [
    ['EmailClient#begin_send', 'external', 'arg 0:message'],
    ['EmailClient#send',       'external', 'arg 0:email_message'],
  ],

  harmless: ['EmailClient.from_connection_string'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'azure.communication.sms',
  language: 'python',
  reference: 'https://learn.microsoft.com/python/api/overview/azure/communication-sms-readme',
  origin: 'read',
  resource: 'chat',
  instances: {
    SmsClient: ['SmsClient.from_connection_string()'],
  },

  calls: [
    ['SmsClient#send', 'external', 'arg 0:from_'],
  ],

  harmless: ['SmsClient.from_connection_string'],
});

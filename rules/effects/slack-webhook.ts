import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@slack/webhook',
  language: 'typescript',
  reference: 'https://docs.slack.dev/tools/node-slack-sdk/webhook',
  origin: 'read',
  resource: 'chat',

  promises: ['*'],

  calls: [
    ['IncomingWebhook#send', 'external', 'arg 0'],
    ['WebhookTrigger#send',  'external', 'arg 0'],
  ],

  harmless: ['addAppMetadata'],
});

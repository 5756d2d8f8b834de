import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'web-push',
  language: 'typescript',
  reference: 'https://github.com/web-push-libs/web-push',
  origin: 'read',
  resource: 'chat',

  calls: [
    ['sendNotification', 'external', 'arg 0'],
  ],

  harmless: ['encrypt', 'generateRequestDetails', 'generateVAPIDKeys', 'getVapidHeaders', 'setGCMAPIKey', 'setVapidDetails'],
});

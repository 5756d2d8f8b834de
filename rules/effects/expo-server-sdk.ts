import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'expo-server-sdk',
  language: 'typescript',
  reference: 'https://docs.expo.dev/push-notifications/sending-notifications',
  origin: 'read',
  resource: 'chat',
  default: 'Expo',

  calls: [
    ['Expo#getPushNotificationReceiptsAsync', 'read',     'arg 0'],
    ['Expo#sendPushNotificationsAsync',       'external', 'arg 0'],
  ],

  harmless: ['Expo#chunk*', 'Expo.isExpoPushToken'],
});

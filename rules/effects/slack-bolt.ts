import { defineEffects } from '../kit/index.js';

/**
 * Its client is the one of `@slack/web-api`; listeners are called by people, not by a model.
 */
export default defineEffects({
  library: '@slack/bolt',
  language: 'typescript',
  reference: 'https://docs.slack.dev/tools/bolt-js',
  origin: 'read',
  resource: 'chat',
  default: 'App',
  instances: {
    '@slack/web-api: WebClient': ['App#client'],
  },

  calls: [
    ['App#processEvent', 'external', 'arg 0'],
  ],

  harmless: [
    'App#*', 'AwsLambdaReceiver#*', 'ExpressReceiver#*', 'HTTPReceiver#*', 'SocketModeReceiver#*', 'as*', 'auto*', 'build*', 'direct*',
    'ignore*', 'is*', 'match*', 'only*', 'subtype', 'verifySlackRequest',
  ],
});

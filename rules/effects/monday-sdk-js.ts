import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'monday-sdk-js',
  language: 'typescript',
  reference: 'https://developer.monday.com/apps/docs/introduction-to-the-sdk',
  origin: 'read',
  resource: 'other',
  openWorld: true,
  default: 'init',
  instances: { MondayClientSdk: ['init()'] },
  extends: { MondayServerSdk: 'MondayClientSdk' },

  calls: [
    ['MondayClientSdk#api',                         'graphql',   'arg 0'],
    ['MondayClientSdk#get',                         'read',      'arg 0'],
    ['MondayClientSdk#set',                         'write.set', 'arg 0'],
    ['MondayClientSdk#storage.deleteItem',          'destroy',   'arg 0'],
    ['MondayClientSdk#storage.getItem',             'read',      'arg 0'],
    ['MondayClientSdk#storage.instance.deleteItem', 'destroy',   'arg 0'],
    ['MondayClientSdk#storage.instance.getItem',    'read',      'arg 0'],
    ['MondayClientSdk#storage.instance.setItem',    'write.set', 'arg 0'],
    ['MondayClientSdk#storage.setItem',             'write.set', 'arg 0'],
  ],

  harmless: ['MondayClientSdk#listen', 'MondayClientSdk#oauth', 'MondayClientSdk#setApiVersion', 'MondayClientSdk#setToken', 'init'],
});

import { defineEffects } from '../kit/index.js';

/**
 * The name of a resource decides what is posted to it. A draft is sent by an action.
 */
export default defineEffects({
  library: 'node-mailjet',
  language: 'typescript',
  reference: 'https://dev.mailjet.com',
  origin: 'read',
  resource: 'mail',
  default: 'Client',
  instances: {
    Client: ['Client.apiConnect()', 'Client.smsConnect()'],
    Request: [
      'Client#delete()', 'Client#get()', 'Client#post()', 'Client#put()', 'Request#id()', 'Request#action()',
    ],
  },

  calls: [
    ['Client#delete',  'destroy',   'arg 0'],
    ['Client#get',     'read',      'arg 0'],
    ['Client#post',    'external',  'arg 0', { if: 'arg 0 = send|sms-send' }],
    ['Client#post',    'write.add', 'arg 0'],
    ['Client#put',     'write.set', 'arg 0'],
    ['Request#action', 'external',  'arg 0', { if: 'arg 0 = send|schedule|test' }],
    ['Request#action', 'read',      'arg 0'],
  ],

  harmless: [
    'Client#getAPIKey', 'Client#getAPISecret', 'Client#getAPIToken', 'Client#getConfig', 'Client#getOptions', 'Client#getPackageVersion',
    'Client.apiConnect', 'Client.smsConnect', 'Request#get*', 'Request#id', 'Request#request',
  ],
});

import { defineEffects } from '../kit/index.js';

/**
 * No call takes a key: mail that is sent again arrives again.
 */
export default defineEffects({
  library: 'postmark',
  language: 'typescript',
  reference: 'https://postmarkapp.com/developer',
  origin: 'read',
  resource: 'mail',
  extends: { AdminClient: 'AccountClient', Client: 'ServerClient' },

  promises: ['*'],

  calls: [
    ['AccountClient#create*',                           'write.add', 'arg 0'],
    ['AccountClient#createSenderSignature',             'external',  'arg 0'],
    ['AccountClient#delete*',                           'destroy',   'arg 0'],
    ['AccountClient#edit*',                             'write.set', 'arg 0'],
    ['AccountClient#get*',                              'read',      'arg 0'],
    ['AccountClient#pushTemplates',                     'write.set', 'arg 0'],
    ['AccountClient#requestDataRemoval',                'destroy',   'arg 0'],
    ['AccountClient#requestNewDKIMForSenderSignature',  'write.set', 'arg 0'],
    ['AccountClient#resendSenderSignatureConfirmation', 'external',  'arg 0'],
    ['AccountClient#rotateDomainDKIM',                  'write.set', 'arg 0'],
    ['AccountClient#verify*',                           'write.set', 'arg 0'],
    ['ServerClient#activateBounce',                     'write.set', 'arg 0'],
    ['ServerClient#archiveMessageStream',               'destroy',   'arg 0', { reversible: true }],
    ['ServerClient#bypassBlockedInboundMessage',        'external',  'arg 0'],
    ['ServerClient#create*',                            'write.add', 'arg 0'],
    ['ServerClient#createSuppressions',                 'write.set', 'arg 1'],
    ['ServerClient#delete*',                            'destroy',   'arg 0'],
    ['ServerClient#deleteSuppressions',                 'destroy',   'arg 1'],
    ['ServerClient#edit*',                              'write.set', 'arg 0'],
    ['ServerClient#get*',                               'read',      'arg 0'],
    ['ServerClient#retryInboundHookForMessage',         'external',  'arg 0'],
    ['ServerClient#sendBulkEmail',                      'external',  'arg 0'],
    ['ServerClient#sendEmail*',                         'external',  'arg 0'],
    ['ServerClient#unarchiveMessageStream',             'write.set', 'arg 0'],
    ['ServerClient#validateTemplate',                   'read',      'arg 0'],
  ],

  harmless: [
    'AccountClient#getClientOptions', 'AccountClient#setClientOptions', 'AccountClient#setDefaultPaginationValues',
    'ServerClient#getClientOptions', 'ServerClient#setClientOptions', 'ServerClient#setDefaultPaginationValues',
  ],
});

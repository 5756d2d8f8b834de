import { defineEffects } from '../kit/index.js';

/**
 * No call takes a key: a duplicate is only refused within the seconds that the account sets.
 */
export default defineEffects({
  library: 'braintree',
  language: 'typescript',
  reference: 'https://developer.paypal.com/braintree/docs',
  origin: 'read',
  resource: 'money',

  calls: [
    ['BraintreeGateway#*.all',                             'read',      'this'],
    ['BraintreeGateway#*.create',                          'write.add', 'arg 0'],
    ['BraintreeGateway#*.delete',                          'destroy',   'arg 0'],
    ['BraintreeGateway#*.find*',                           'read',      'arg 0'],
    ['BraintreeGateway#*.search',                          'read',      'arg 0'],
    ['BraintreeGateway#*.update',                          'write.set', 'arg 0'],
    ['BraintreeGateway#clientToken.generate',              'read',      'arg 0'],
    ['BraintreeGateway#creditCard.expiringBetween',        'read',      'arg 0'],
    ['BraintreeGateway#dispute.accept',                    'external',  'arg 0'],
    ['BraintreeGateway#dispute.add*',                      'write.add', 'arg 0'],
    ['BraintreeGateway#dispute.finalize',                  'external',  'arg 0'],
    ['BraintreeGateway#dispute.removeEvidence',            'destroy',   'arg 0'],
    ['BraintreeGateway#merchantAccount.createForCurrency', 'write.add', 'arg 0'],
    ['BraintreeGateway#oauth.create*',                     'external',  'arg 0'],
    ['BraintreeGateway#oauth.revokeAccessToken',           'destroy',   'arg 0'],
    ['BraintreeGateway#paymentMethod.grant',               'external',  'arg 0'],
    ['BraintreeGateway#paymentMethod.revoke',              'destroy',   'arg 0'],
    ['BraintreeGateway#settlementBatchSummary.generate',   'read',      'arg 0'],
    ['BraintreeGateway#subscription.cancel',               'destroy',   'arg 0'],
    ['BraintreeGateway#subscription.create',               'external',  'arg 0'],
    ['BraintreeGateway#subscription.retryCharge',          'external',  'arg 0'],
    ['BraintreeGateway#testing.settle*',                   'write.set', 'arg 0'],
    ['BraintreeGateway#transaction.adjustAuthorization',   'external',  'arg 0'],
    ['BraintreeGateway#transaction.cancelRelease',         'destroy',   'arg 0'],
    ['BraintreeGateway#transaction.cloneTransaction',      'external',  'arg 0'],
    ['BraintreeGateway#transaction.holdInEscrow',          'write.set', 'arg 0'],
    ['BraintreeGateway#transaction.refund',                'external',  'arg 0'],
    ['BraintreeGateway#transaction.releaseFromEscrow',     'external',  'arg 0'],
    ['BraintreeGateway#transaction.sale',                  'external',  'arg 0'],
    ['BraintreeGateway#transaction.submit*',               'external',  'arg 0'],
    ['BraintreeGateway#transaction.void',                  'destroy',   'arg 0'],
  ],

  harmless: ['BraintreeGateway#oauth.connectUrl', 'BraintreeGateway#webhookNotification.*', 'BraintreeGateway#webhookTesting.*'],
});

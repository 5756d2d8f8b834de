import { defineEffects } from '../kit/index.js';

/**
 * Only some requests take the header `PayPal-Request-Id`; without it a repetition pays again.
 */
export default defineEffects({
  library: '@paypal/paypal-server-sdk',
  language: 'typescript',
  reference: 'https://developer.paypal.com/serversdk',
  origin: 'read',
  resource: 'money',

  promises: ['*'],

  calls: [
    ['OAuthAuthorizationController#requestToken',     'read',      'arg 0'],
    ['OrdersController#authorizeOrder',               'external',  'arg 0', { reversible: true, key: 'arg 0.paypalRequestId' }],
    ['OrdersController#captureOrder',                 'external',  'arg 0', { key: 'arg 0.paypalRequestId' }],
    ['OrdersController#confirmOrder',                 'write.set', 'arg 0'],
    ['OrdersController#createOrder',                  'external',  'arg 0', { if: 'arg 0.body.paymentSource present', key: 'arg 0.paypalRequestId' }],
    ['OrdersController#createOrder',                  'write.add', 'arg 0', { key: 'arg 0.paypalRequestId' }],
    ['OrdersController#createOrderTracking',          'write.add', 'arg 0'],
    ['OrdersController#getOrder',                     'read',      'arg 0'],
    ['OrdersController#patchOrder',                   'write.set', 'arg 0'],
    ['OrdersController#updateOrderTracking',          'write.set', 'arg 0'],
    ['PaymentsController#captureAuthorizedPayment',   'external',  'arg 0', { key: 'arg 0.paypalRequestId' }],
    ['PaymentsController#get*',                       'read',      'arg 0'],
    ['PaymentsController#reauthorizePayment',         'external',  'arg 0', { reversible: true, key: 'arg 0.paypalRequestId' }],
    ['PaymentsController#refundCapturedPayment',      'external',  'arg 0', { key: 'arg 0.paypalRequestId' }],
    ['PaymentsController#voidPayment',                'destroy',   'arg 0'],
    ['SubscriptionsController#activateBillingPlan',   'write.set', 'arg 0'],
    ['SubscriptionsController#activateSubscription',  'external',  'arg 0'],
    ['SubscriptionsController#cancelSubscription',    'destroy',   'arg 0'],
    ['SubscriptionsController#captureSubscription',   'external',  'arg 0', { key: 'arg 0.paypalRequestId' }],
    ['SubscriptionsController#createBillingPlan',     'write.add', 'arg 0', { key: 'arg 0.paypalRequestId' }],
    ['SubscriptionsController#createSubscription',    'external',  'arg 0', { key: 'arg 0.paypalRequestId' }],
    ['SubscriptionsController#deactivateBillingPlan', 'write.set', 'arg 0'],
    ['SubscriptionsController#get*',                  'read',      'arg 0'],
    ['SubscriptionsController#list*',                 'read',      'arg 0'],
    ['SubscriptionsController#patch*',                'write.set', 'arg 0'],
    ['SubscriptionsController#reviseSubscription',    'write.set', 'arg 0'],
    ['SubscriptionsController#suspendSubscription',   'write.set', 'arg 0'],
    ['SubscriptionsController#update*',               'write.set', 'arg 0'],
    ['TransactionSearchController#search*',           'read',      'arg 0'],
    ['VaultController#createPaymentToken',            'write.add', 'arg 0', { key: 'arg 0.paypalRequestId' }],
    ['VaultController#createSetupToken',              'write.add', 'arg 0', { key: 'arg 0.paypalRequestId' }],
    ['VaultController#deletePaymentToken',            'destroy',   'arg 0'],
    ['VaultController#get*',                          'read',      'arg 0'],
    ['VaultController#list*',                         'read',      'arg 0'],
  ],

  harmless: ['Client#*', 'FileWrapper#*', 'cloneFileWrapper', 'isFileWrapper'],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@mollie/api-client',
  language: 'typescript',
  reference: 'https://docs.mollie.com/reference/overview',
  origin: 'read',
  resource: 'money',
  default: 'createMollieClient',
  instances: {
    MollieClient: ['createMollieClient()'],
  },

  calls: [
    ['MollieClient#*.cancel',                       'destroy',   'arg 0'],
    ['MollieClient#*.create',                       'write.add', 'arg 0', { key: 'arg 0.idempotencyKey' }],
    ['MollieClient#*.delete',                       'destroy',   'arg 0'],
    ['MollieClient#*.disable',                      'write.set', 'arg 0'],
    ['MollieClient#*.enable',                       'write.set', 'arg 0'],
    ['MollieClient#*.get*',                         'read',      'arg 0'],
    ['MollieClient#*.iterate',                      'read',      'arg 0'],
    ['MollieClient#*.list',                         'read',      'arg 0'],
    ['MollieClient#*.page',                         'read',      'arg 0'],
    ['MollieClient#*.revoke',                       'destroy',   'arg 0'],
    ['MollieClient#*.update',                       'write.set', 'arg 0'],
    ['MollieClient#applePay.requestPaymentSession', 'read',      'arg 0'],
    ['MollieClient#balanceTransfers.create',        'external',  'arg 0', { key: 'arg 0.idempotencyKey' }],
    ['MollieClient#customerPayments.create',        'external',  'arg 0', { key: 'arg 0.idempotencyKey' }],
    ['MollieClient#customerSubscriptions.create',   'external',  'arg 0', { key: 'arg 0.idempotencyKey' }],
    ['MollieClient#oauth.create',                   'external',  'arg 0'],
    ['MollieClient#onboarding.submit',              'external',  'arg 0'],
    ['MollieClient#orderPayments.create',           'external',  'arg 0', { key: 'arg 0.idempotencyKey' }],
    ['MollieClient#orderRefunds.create',            'external',  'arg 0', { key: 'arg 0.idempotencyKey' }],
    ['MollieClient#orderShipments.create',          'external',  'arg 0', { key: 'arg 0.idempotencyKey' }],
    ['MollieClient#paymentCaptures.create',         'external',  'arg 0', { key: 'arg 0.idempotencyKey' }],
    ['MollieClient#paymentRefunds.create',          'external',  'arg 0', { key: 'arg 0.idempotencyKey' }],
    ['MollieClient#paymentRoutes.create',           'external',  'arg 0', { key: 'arg 0.idempotencyKey' }],
    ['MollieClient#payments.create',                'external',  'arg 0', { key: 'arg 0.idempotencyKey' }],
    ['MollieClient#payments.releaseAuthorization',  'destroy',   'arg 0'],
    ['MollieClient#terminalPairingCodes.create',    'write.add', 'arg 0'],
  ],

  harmless: ['createMollieClient'],
});

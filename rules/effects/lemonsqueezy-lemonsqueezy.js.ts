import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@lemonsqueezy/lemonsqueezy.js',
  language: 'typescript',
  reference: 'https://docs.lemonsqueezy.com/api',
  origin: 'read',
  resource: 'money',

  calls: [
    ['activateLicense',                'write.add', 'arg 0'],
    ['archiveCustomer',                'destroy',   'arg 0', { reversible: true }],
    ['cancelSubscription',             'destroy',   'arg 0'],
    ['create*',                        'write.add', 'arg 0'],
    ['deactivateLicense',              'destroy',   'arg 0'],
    ['delete*',                        'destroy',   'arg 0'],
    ['generate*',                      'read',      'arg 0'],
    ['get*',                           'read',      'arg 0'],
    ['issueOrderRefund',               'external',  'arg 0'],
    ['issueSubscriptionInvoiceRefund', 'external',  'arg 0'],
    ['list*',                          'read',      'arg 0'],
    ['update*',                        'write.set', 'arg 0'],
    ['updateSubscription',             'external',  'arg 0', { if: 'arg 1.invoiceImmediately = true' }],
    ['updateSubscription',             'write.set', 'arg 0'],
    ['validateLicense',                'read',      'arg 0'],
  ],

  harmless: ['lemonSqueezySetup'],
});

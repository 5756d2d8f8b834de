import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'square',
  language: 'python',
  reference: 'https://developer.squareup.com/docs/sdks/python',
  origin: 'read',
  resource: 'money',
  extends: {
    AsyncSquare: 'Square',
  },

  calls: [
    ['Square#**.batch_delete*',                   'destroy',   'args'],
    ['Square#**.batch_get*',                      'read',      'args'],
    ['Square#**.batch_upsert*',                   'write.set', 'args'],
    ['Square#**.calculate*',                      'read',      'args'],
    ['Square#**.cancel*',                         'destroy',   'args'],
    ['Square#**.create*',                         'write.add', 'args', { key: 'arg :idempotency_key' }],
    ['Square#**.delete*',                         'destroy',   'args'],
    ['Square#**.get*',                            'read',      'args'],
    ['Square#**.list*',                           'read',      'args'],
    ['Square#**.search*',                         'read',      'args'],
    ['Square#**.update*',                         'write.set', 'args'],
    ['Square#disputes.accept',                    'external',  'args'],
    ['Square#gift_cards.activities.create',       'external',  'args', { key: 'arg :idempotency_key' }],
    ['Square#inventory.batch_create_changes',     'write.add', 'args', { key: 'arg :idempotency_key' }],
    ['Square#invoices.publish',                   'external',  'args', { key: 'arg :idempotency_key' }],
    ['Square#orders.pay',                         'external',  'args', { key: 'arg :idempotency_key' }],
    ['Square#payments.cancel',                    'destroy',   'args'],
    ['Square#payments.cancel_by_idempotency_key', 'destroy',   'args'],
    ['Square#payments.complete',                  'external',  'args'],
    ['Square#payments.create',                    'external',  'args', { if: 'arg :autocomplete = false', reversible: true, key: 'arg :idempotency_key' }],
    ['Square#payments.create',                    'external',  'args', { key: 'arg :idempotency_key' }],
    ['Square#refunds.refund_payment',             'external',  'args', { key: 'arg :idempotency_key' }],
    ['Square#subscriptions.create',               'external',  'args', { key: 'arg :idempotency_key' }],
    ['Square#subscriptions.pause',                'write.set', 'args'],
    ['Square#subscriptions.resume',               'external',  'args'],
    ['Square#terminal.checkouts.create',          'external',  'args', { key: 'arg :idempotency_key' }],
    ['Square#terminal.refunds.create',            'external',  'args', { key: 'arg :idempotency_key' }],
  ],

  harmless: [],
});

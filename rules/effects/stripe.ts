import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'stripe',
  language: 'typescript',
  reference: 'https://docs.stripe.com/api',
  origin: 'read',
  resource: 'money',
  default: 'Stripe',
  calls: [
    ['Stripe#charges.create', 'external', 'arg 0', { key: 'arg 1.idempotencyKey' }],
    ['Stripe#checkout.sessions.create', 'write.add', 'arg 0', { key: 'arg 1.idempotencyKey' }],
    ['Stripe#customers.create', 'write.add', 'arg 0', { key: 'arg 1.idempotencyKey' }],
    ['Stripe#customers.del', 'destroy', 'arg 0'],
    ['Stripe#customers.list', 'read', 'arg 0'],
    ['Stripe#customers.retrieve', 'read', 'arg 0'],
    ['Stripe#customers.update', 'write.set', 'arg 0'],
    ['Stripe#paymentIntents.cancel', 'external', 'arg 0'],
    ['Stripe#paymentIntents.confirm', 'external', 'arg 0', { key: 'arg 2.idempotencyKey' }],
    ['Stripe#paymentIntents.create', 'external', 'arg 0', { key: 'arg 1.idempotencyKey' }],
    ['Stripe#paymentIntents.list', 'read', 'arg 0'],
    ['Stripe#paymentIntents.retrieve', 'read', 'arg 0'],
    ['Stripe#payouts.create', 'external', 'arg 0', { key: 'arg 1.idempotencyKey' }],
    ['Stripe#refunds.create', 'external', 'arg 0', { key: 'arg 1.idempotencyKey' }],
    ['Stripe#refunds.list', 'read', 'arg 0'],
    ['Stripe#transfers.create', 'external', 'arg 0', { key: 'arg 1.idempotencyKey' }],
  ],
  harmless: [],
});

import { defineEffects } from '../kit/index.js';

/**
 * A transaction bills a customer once its status says so.
 */
export default defineEffects({
  library: '@paddle/paddle-node-sdk',
  language: 'typescript',
  reference: 'https://developer.paddle.com/api-reference',
  origin: 'read',
  resource: 'money',

  calls: [
    ['Paddle#*.archive',                         'destroy',   'arg 0', { reversible: true }],
    ['Paddle#*.create',                          'write.add', 'arg 0'],
    ['Paddle#*.delete',                          'destroy',   'arg 0'],
    ['Paddle#*.get*',                            'read',      'arg 0'],
    ['Paddle#*.list',                            'read',      'arg 0'],
    ['Paddle#*.preview*',                        'read',      'arg 0'],
    ['Paddle#*.revoke',                          'destroy',   'arg 0'],
    ['Paddle#*.update',                          'write.set', 'arg 0'],
    ['Paddle#adjustments.create',                'external',  'arg 0'],
    ['Paddle#customers.generateAuthToken',       'write.add', 'arg 0'],
    ['Paddle#notifications.replay',              'external',  'arg 0'],
    ['Paddle#simulationRunEvents.replay',        'write.add', 'arg 0'],
    ['Paddle#subscriptions.activate',            'external',  'arg 0'],
    ['Paddle#subscriptions.cancel',              'destroy',   'arg 0'],
    ['Paddle#subscriptions.createOneTimeCharge', 'external',  'arg 0'],
    ['Paddle#subscriptions.pause',               'write.set', 'arg 0'],
    ['Paddle#subscriptions.resume',              'external',  'arg 0'],
    ['Paddle#subscriptions.update',              'external',  'arg 0', { if: 'arg 1.prorationBillingMode = prorated_immediately|full_immediately' }],
    ['Paddle#subscriptions.update',              'write.set', 'arg 0'],
    ['Paddle#transactions.create',               'external',  'arg 0', { if: 'arg 0.status = billed' }],
    ['Paddle#transactions.create',               'write.add', 'arg 0'],
    ['Paddle#transactions.revise',               'write.set', 'arg 0'],
    ['Paddle#transactions.update',               'external',  'arg 0', { if: 'arg 1.status = billed' }],
    ['Paddle#transactions.update',               'write.set', 'arg 0'],
  ],

  harmless: ['Paddle#webhooks.*'],
});

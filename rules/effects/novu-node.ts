import { defineEffects } from '../kit/index.js';

/**
 * The client before `@novu/api`.
 */
export default defineEffects({
  library: '@novu/node',
  language: 'typescript',
  reference: 'https://docs.novu.co/platform/sdks/server',
  origin: 'read',
  resource: 'chat',

  calls: [
    ['Novu#*.create*',                      'write.add', 'arg 0'],
    ['Novu#*.delete*',                      'destroy',   'arg 0'],
    ['Novu#*.get*',                         'read',      'arg 0'],
    ['Novu#*.list*',                        'read',      'arg 0'],
    ['Novu#*.mark*',                        'write.set', 'arg 0'],
    ['Novu#*.rename',                       'write.set', 'arg 0'],
    ['Novu#*.set*',                         'write.set', 'arg 0'],
    ['Novu#*.unset*',                       'destroy',   'arg 0'],
    ['Novu#*.update*',                      'write.set', 'arg 0'],
    ['Novu#broadcast',                      'external',  'arg 1'],
    ['Novu#bulkTrigger',                    'external',  'arg 0'],
    ['Novu#changes.apply*',                 'write.set', 'arg 0'],
    ['Novu#environments.regenerateApiKeys', 'external',  'this'],
    ['Novu#events.broadcast',               'external',  'arg 1'],
    ['Novu#events.bulkTrigger',             'external',  'arg 0'],
    ['Novu#events.cancel',                  'destroy',   'arg 0'],
    ['Novu#events.trigger',                 'external',  'arg 1', { key: 'arg 1.transactionId' }],
    ['Novu#organizations.removeMember',     'destroy',   'arg 0'],
    ['Novu#subscribers.bulkCreate',         'write.set', 'arg 0'],
    ['Novu#subscribers.identify',           'write.set', 'arg 0'],
    ['Novu#topics.addSubscribers',          'write.set', 'arg 0'],
    ['Novu#topics.checkSubscriber',         'read',      'arg 0'],
    ['Novu#topics.removeSubscribers',       'destroy',   'arg 0'],
    ['Novu#trigger',                        'external',  'arg 1', { key: 'arg 1.transactionId' }],
  ],

  harmless: [
    'Novu#emit', 'Novu#eventNames', 'Novu#getMaxListeners', 'Novu#rawListeners', 'Novu#removeAllListeners', 'Novu#setMaxListeners',
  ],
});

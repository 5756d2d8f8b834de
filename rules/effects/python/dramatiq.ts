import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'dramatiq',
  language: 'python',
  reference: 'https://dramatiq.io/reference.html',
  origin: 'read',
  resource: 'queue',
  extends: { RabbitmqBroker: 'Broker', RedisBroker: 'Broker', StubBroker: 'Broker' },
  instances: { Actor: ['Actor#()', 'actor()'], Broker: ['get_broker()'], Message: ['Actor#message()', 'Actor#send()'] },

  calls: [
    ['Actor#send',              'write.add', 'arg 0:args'],
    ['Actor#send_with_options', 'write.add', 'arg :args'],
    ['Broker#enqueue',          'write.add', 'arg 0:message'],
    ['Broker#flush',            'destroy',   'arg 0:queue_name'],
    ['Broker#flush_all',        'destroy',   'this', { unbounded: true }],
    ['Message#get_result',      'read',      'this'],
    ['group#run',               'write.add', 'this'],
    ['pipeline#run',            'write.add', 'this'],
  ],

  harmless: ['*', 'Actor#*', 'Broker#*', 'Message#*', 'group#*', 'pipeline#*'],
});

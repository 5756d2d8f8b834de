import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'zmq',
  language: 'python',
  reference: 'https://pyzmq.readthedocs.io/en/latest/api',
  origin: 'read',
  resource: 'network',
  instances: { Context: ['Context.instance()'], Socket: ['Context#socket()'] },

  calls: [
    ['Socket#recv',            'read',      'this'],
    ['Socket#recv_into',       'read',      'this'],
    ['Socket#recv_json',       'read',      'this'],
    ['Socket#recv_multipart',  'read',      'this'],
    ['Socket#recv_pyobj',      'read',      'this'],
    ['Socket#recv_serialized', 'read',      'this'],
    ['Socket#recv_string',     'read',      'this'],
    ['Socket#send',            'write.add', 'arg 0:data', { message: true }],
    ['Socket#send_json',       'write.add', 'arg 0:obj', { message: true }],
    ['Socket#send_multipart',  'write.add', 'arg 0:msg_parts', { message: true }],
    ['Socket#send_pyobj',      'write.add', 'arg 0:obj', { message: true }],
    ['Socket#send_serialized', 'write.add', 'arg 0:msg', { message: true }],
    ['Socket#send_string',     'write.add', 'arg 0:u', { message: true }],
  ],

  harmless: ['*', 'Context#*', 'Context.*', 'Poller#*', 'Socket#*'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'resend',
  language: 'python',
  reference: 'https://resend.com/docs/sdk/python',
  origin: 'read',
  resource: 'mail',

  calls: [
    ['*.add',                 'write.set', 'args'],
    ['*.create',              'write.add', 'args'],
    ['*.create_async',        'write.add', 'args'],
    ['*.get',                 'read',      'args'],
    ['*.get_async',           'read',      'args'],
    ['*.list',                'read',      'args'],
    ['*.list_async',          'read',      'args'],
    ['*.remove',              'destroy',   'args'],
    ['*.remove_async',        'destroy',   'args'],
    ['*.update',              'write.set', 'args'],
    ['*.update_async',        'write.set', 'args'],
    ['*.verify',              'write.set', 'args'],
    ['ApiKeys.create',        'external',  'arg 0:params'],
    ['ApiKeys.create_async',  'external',  'arg 0:params'],
    ['Batch.send',            'external',  'arg 0:params', { key: 'arg 1:options.idempotency_key' }],
    ['Batch.send_async',      'external',  'arg 0:params', { key: 'arg 1:options.idempotency_key' }],
    ['Broadcasts.cancel',     'destroy',   'arg 0:id'],
    ['Broadcasts.send',       'external',  'arg 0:params'],
    ['Broadcasts.send_async', 'external',  'arg 0:params'],
    ['Emails.cancel',         'destroy',   'arg 0:email_id'],
    ['Emails.cancel_async',   'destroy',   'arg 0:email_id'],
    ['Emails.send',           'external',  'arg 0:params', { key: 'arg 1:options.idempotency_key' }],
    ['Emails.send_async',     'external',  'arg 0:params', { key: 'arg 1:options.idempotency_key' }],
    ['Emails.share',          'external',  'arg 0:email_id'],
    ['Emails.share_async',    'external',  'arg 0:email_id'],
  ],

  harmless: ['Webhooks.verify'],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'resend',
  language: 'typescript',
  reference: 'https://resend.com/docs/api-reference',
  origin: 'read',
  resource: 'mail',

  promises: ['*'],

  calls: [
    ['Resend#*.create',                     'write.add', 'arg 0'],
    ['Resend#*.duplicate',                  'write.add', 'arg 0'],
    ['Resend#*.get',                        'read',      'arg 0'],
    ['Resend#*.list',                       'read',      'arg 0'],
    ['Resend#*.remove',                     'destroy',   'arg 0'],
    ['Resend#*.update',                     'write.set', 'arg 0'],
    ['Resend#apiKeys.create',               'external',  'arg 0'],
    ['Resend#automations.stop',             'write.set', 'arg 0'],
    ['Resend#batch.create',                 'external',  'arg 0', { key: 'arg 1.idempotencyKey' }],
    ['Resend#batch.send',                   'external',  'arg 0', { key: 'arg 1.idempotencyKey' }],
    ['Resend#broadcasts.cancel',            'destroy',   'arg 0'],
    ['Resend#broadcasts.clickedLinks',      'read',      'arg 0'],
    ['Resend#broadcasts.create',            'external',  'arg 0', { if: 'arg 0.send = true' }],
    ['Resend#broadcasts.create',            'write.add', 'arg 0'],
    ['Resend#broadcasts.recipients',        'read',      'arg 0'],
    ['Resend#broadcasts.send',              'external',  'arg 0'],
    ['Resend#contacts.create',              'write.add', 'arg 0', { ensures: true }],
    ['Resend#domains.verify',               'write.set', 'arg 0'],
    ['Resend#emails.cancel',                'destroy',   'arg 0'],
    ['Resend#emails.create',                'external',  'arg 0', { key: 'arg 1.idempotencyKey' }],
    ['Resend#emails.metrics',               'read',      'arg 0'],
    ['Resend#emails.send',                  'external',  'arg 0', { key: 'arg 1.idempotencyKey' }],
    ['Resend#emails.share',                 'write.set', 'arg 0'],
    ['Resend#events.send',                  'external',  'arg 0'],
    ['Resend#oauthGrants.revoke',           'destroy',   'arg 0'],
    ['Resend#suppressions.add',             'write.set', 'arg 0'],
    ['Resend#templates.publish',            'write.set', 'arg 0'],
    ['Resend#webhooks.rotateSigningSecret', 'destroy',   'arg 0'],
  ],

  harmless: ['Resend#webhooks.verify'],
});

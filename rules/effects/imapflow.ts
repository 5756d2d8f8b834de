import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'imapflow',
  language: 'typescript',
  reference: 'https://imapflow.com',
  origin: 'read',
  resource: 'mail',

  promises: ['*'],

  calls: [
    ['ImapFlow#append',             'write.add', 'arg 1'],
    ['ImapFlow#download*',          'read',      'arg 0'],
    ['ImapFlow#fetch*',             'read',      'arg 0'],
    ['ImapFlow#getQuota',           'read',      'arg 0'],
    ['ImapFlow#list*',              'read',      'this'],
    ['ImapFlow#mailboxCreate',      'write.add', 'arg 0', { ensures: true }],
    ['ImapFlow#mailboxDelete',      'destroy',   'arg 0'],
    ['ImapFlow#mailboxRename',      'write.set', 'arg 0'],
    ['ImapFlow#mailboxSubscribe',   'write.set', 'arg 0'],
    ['ImapFlow#mailboxUnsubscribe', 'write.set', 'arg 0'],
    ['ImapFlow#messageCopy',        'write.add', 'arg 0'],
    ['ImapFlow#messageDelete',      'destroy',   'arg 0'],
    ['ImapFlow#messageFlags*',      'write.set', 'arg 0'],
    ['ImapFlow#messageMove',        'write.set', 'arg 0'],
    ['ImapFlow#search',             'read',      'arg 0'],
    ['ImapFlow#setFlagColor',       'write.set', 'arg 0'],
    ['ImapFlow#status',             'read',      'arg 0'],
  ],

  harmless: [
    'ImapFlow#addListener', 'ImapFlow#close', 'ImapFlow#closeAfter', 'ImapFlow#connect', 'ImapFlow#emit', 'ImapFlow#eventNames',
    'ImapFlow#getMailboxLock', 'ImapFlow#getMaxListeners', 'ImapFlow#idle', 'ImapFlow#listenerCount', 'ImapFlow#listeners',
    'ImapFlow#logout', 'ImapFlow#mailboxClose', 'ImapFlow#mailboxOpen', 'ImapFlow#noop', 'ImapFlow#off', 'ImapFlow#on', 'ImapFlow#once',
    'ImapFlow#prepend*', 'ImapFlow#rawListeners', 'ImapFlow#remove*', 'ImapFlow#setMaxListeners', 'ImapFlow#stats', 'ImapFlow#unbind',
    'ImapFlow#upgradeToSTARTTLS',
  ],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'smtplib',
  language: 'python',
  reference: 'https://docs.python.org/3/library/smtplib.html',
  origin: 'read',
  resource: 'mail',
  extends: { LMTP: 'SMTP', SMTP_SSL: 'SMTP' },

  calls: [
    ['SMTP#data',         'external', 'arg 0:msg'],
    ['SMTP#send_message', 'external', 'arg 0:msg'],
    ['SMTP#sendmail',     'external', 'arg 2:msg'],
  ],

  harmless: [
    'LMTP', 'SMTP', 'SMTP#auth', 'SMTP#auth_cram_md5', 'SMTP#auth_login', 'SMTP#auth_plain', 'SMTP#close', 'SMTP#connect', 'SMTP#ehlo',
    'SMTP#ehlo_or_helo_if_needed', 'SMTP#expn', 'SMTP#getreply', 'SMTP#has_extn', 'SMTP#helo', 'SMTP#help', 'SMTP#login', 'SMTP#mail',
    'SMTP#noop', 'SMTP#quit', 'SMTP#rcpt', 'SMTP#rset', 'SMTP#set_debuglevel', 'SMTP#starttls', 'SMTP#verify', 'SMTP#vrfy', 'SMTP_SSL',
    'quoteaddr', 'quotedata',
  ],
});

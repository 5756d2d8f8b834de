import { defineVendors } from '../kit/index.js';

/** Mail, chat, telephony. */
export default defineVendors({
  field: 'messages',
  reference: 'https://api.slack.com/authentication/token-types and the vendors named in each row',

  shapes: [
    ['xoxb-', 'Slack', 'unknown', 'url 20+'],
    ['xoxp-', 'Slack', 'unknown', 'url 20+'],
    ['xoxa-', 'Slack', 'unknown', 'url 20+'],
    ['xoxr-', 'Slack', 'unknown', 'url 20+'],
    ['xoxs-', 'Slack', 'unknown', 'url 20+'],
    ['xoxe-', 'Slack', 'unknown', 'url 20+'],
    ['xapp-', 'Slack', 'unknown', 'url 20+'],
    ['https://hooks.slack.com/services/', 'Slack webhook', 'unknown', 'path 40-50'],
    ['https://discord.com/api/webhooks/', 'Discord webhook', 'unknown', 'path 80-100'],
    ['https://discordapp.com/api/webhooks/', 'Discord webhook', 'unknown', 'path 80-100'],
    ['SG.', 'SendGrid', 'unknown', 'dotted 60-70', { holds: '.' }],
    ['re_', 'Resend', 'unknown', 'word 30-40', { named: ['resend'] }],
    ['key-', 'Mailgun', 'unknown', 'hex 32'],
    ['xkeysib-', 'Brevo', 'unknown', 'url 70+'],
    ['SK', 'Twilio API key', 'unknown', 'hex 32', { named: ['twilio'] }],
    ['AC', 'Twilio account', 'public', 'hex 32', { named: ['twilio'] }],
  ],

  named: [
    [['twilio', 'token'], 'Twilio', /^[0-9a-f]{32}$/],
    [['twilio', 'secret'], 'Twilio', /^[A-Za-z0-9]{32}$/],
    [['resend'], 'Resend', /^re_[A-Za-z0-9_]{20,40}$/],
    [['postmark'], 'Postmark', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/],
    [['mailchimp'], 'Mailchimp', /^[0-9a-f]{32}-us\d{1,2}$/],
    [['mandrill'], 'Mandrill', /^(?:md-)?[A-Za-z0-9_-]{22}$/],
    [['telegram'], 'Telegram', /^\d{8,10}:[A-Za-z0-9_-]{35}$/],
    [['bot', 'token'], 'Telegram', /^\d{8,10}:AA[A-Za-z0-9_-]{33}$/],
    [['discord', 'token'], 'Discord', /^[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40}$/],
  ],
});

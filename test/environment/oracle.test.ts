import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import { expect, test } from 'vitest';
import { credentials } from '../../rules/credentials/index.js';
import { createClassifier } from '../../server/analysis/environment/classify.js';
import { secret, secretKinds } from '../harness/secrets.js';

const classifier = createClassifier(credentials);

/** Names that the values would have in a file. */
const names: Readonly<Record<string, string>> = {
  'aws-secret': 'AWS_SECRET_ACCESS_KEY',
  railway: 'RAILWAY_TOKEN',
  'twilio-token': 'TWILIO_AUTH_TOKEN',
  telegram: 'TELEGRAM_BOT_TOKEN',
  'gocardless-live': 'GOCARDLESS_ACCESS_TOKEN',
  'gocardless-test': 'GOCARDLESS_ACCESS_TOKEN',
  'convex-live': 'CONVEX_DEPLOY_KEY',
  'convex-test': 'CONVEX_DEPLOY_KEY',
  resend: 'RESEND_API_KEY',
  password: 'DB_PASSWORD',
  'api-key': 'API_KEY',
  'hex-key': 'SECRET_KEY',
};

async function seenBySecretlint(text: string): Promise<boolean> {
  const result = await lintSource({
    source: { filePath: '/probe.txt', content: text, ext: '.txt', contentType: 'text' },
    options: { config: { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] }, maskSecrets: true },
  });
  return result.messages.length > 0;
}

const probes = secretKinds.map((kind) => ({ kind, name: names[kind] ?? 'VALUE', value: secret(kind) }));

/** Kinds that the preset finds and Detent does not, and why that is right. */
const declined: Readonly<Record<string, string>> = {
  'stripe-placeholder': 'made of one letter',
  'stripe-sequence': 'the letters of the alphabet in order',
  'stripe-sample': "the sample of the vendor's documentation",
};

/** Kinds that Detent finds and the preset does not. */
const beyond: Readonly<Record<string, readonly string[]>> = {
  'the preset knows no payment vendor but Stripe, and of Stripe no webhooks': [
    'stripe-webhook',
    'razorpay-live',
    'razorpay-test',
    'flutterwave-live',
    'flutterwave-test',
    'paddle-live',
    'paddle-test',
    'mollie-live',
    'mollie-test',
    'gocardless-live',
    'gocardless-test',
    'lob-live',
    'lob-test',
    'easypost-live',
    'easypost-test',
    'shippo-live',
    'shippo-test',
    'duffel-live',
    'duffel-test',
    'pagarme-live',
    'pagarme-test',
    'plaid-live',
    'plaid-test',
    'stytch-live',
    'stytch-test',
    'braintree-live',
    'braintree-test',
    'square-token',
    'square-secret',
    'persona-live',
    'persona-test',
  ],
  'the preset does not know the platform': [
    'convex-live',
    'convex-test',
    'inngest-live',
    'inngest-test',
    'trigger-live',
    'trigger-test',
    'liveblocks-live',
    'liveblocks-test',
    'pypi',
    'google',
    'google-oauth-secret',
    'azure-storage',
    'digitalocean',
    'doppler',
    'vercel-blob',
    'planetscale-token',
    'supabase-secret',
    'openrouter',
    'langsmith',
    'mailgun',
    'sentry',
  ],
  'the preset leaves ids of keys out by default': ['aws-key-id', 'aws-session-key-id'],
  'the preset reads no payload': ['supabase-service-role', 'supabase-local', 'jwt', 'onepassword-service'],
  'the preset wants real line breaks': ['private-key'],
  'the preset judges by shape only, not by the name of the variable': [
    'railway',
    'twilio-token',
    'resend',
    'telegram',
    'password',
    'api-key',
    'hex-key',
  ],
  'the preset knows fewer stores': ['redis-prod', 'sqlserver-prod'],
};

test('what secretlint finds is found, but for what is known to be no secret', async () => {
  const missed: string[] = [];
  for (const { kind, name, value } of probes) {
    const ours = classifier.classify(value, { name })?.credential;
    if ((await seenBySecretlint(`${name}=${value}\n`)) && (ours === undefined || ours.class === 'public')) missed.push(kind);
  }
  expect(missed.toSorted()).toEqual(Object.keys(declined).toSorted());
});

test('what is found beyond it', async () => {
  const more: string[] = [];
  for (const { kind, name, value } of probes) {
    const ours = classifier.classify(value, { name })?.credential;
    if (ours !== undefined && ours.class !== 'public' && !(await seenBySecretlint(`${name}=${value}\n`))) more.push(kind);
  }
  expect(more.toSorted()).toEqual(Object.values(beyond).flat().toSorted());
});

test.each([
  // The preset takes these for secrets; nobody can use them.
  ['a placeholder', `GITHUB_TOKEN=gh${'p'}_${'x'.repeat(36)}`, false],
  ['a local database', `DATABASE_URL=postgres:${'//'}app:Tr0ub4dor@localhost:5432/app`, false],
  ['a database of the same compose file', `DATABASE_URL=postgres:${'//'}app:Tr0ub4dor@db:5432/app`, false],
  ['the sample of AWS', 'AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE', false],
])('%s is no credential', (_, line, expected) => {
  const [name = '', ...rest] = line.split('=');
  expect(classifier.classify(rest.join('='), { name }) !== undefined).toBe(expected);
});

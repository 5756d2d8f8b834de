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

test('what secretlint finds is found, but for what is known to be no secret', async () => {
  const missed: string[] = [];
  for (const { kind, name, value } of probes) {
    const ours = classifier.classify(value, { name })?.credential;
    if ((await seenBySecretlint(`${name}=${value}\n`)) && (ours === undefined || ours.class === 'public')) missed.push(kind);
  }
  expect(missed).toEqual([]);
});

test('what is found beyond it', async () => {
  const more: string[] = [];
  for (const { kind, name, value } of probes) {
    const ours = classifier.classify(value, { name })?.credential;
    if (ours !== undefined && ours.class !== 'public' && !(await seenBySecretlint(`${name}=${value}\n`))) more.push(kind);
  }
  // The preset knows no payment vendor but Stripe, no platform key, no token payload and nothing by name or randomness.
  expect(more.length).toBeGreaterThan(30);
});

test.each([
  // The preset takes these for secrets; nobody can use them.
  ['a placeholder', `GITHUB_TOKEN=gh${'p'}_${'x'.repeat(36)}`, false],
  ['a local database', 'DATABASE_URL=postgres://app:Tr0ub4dor@localhost:5432/app', false],
  ['a database of the same compose file', 'DATABASE_URL=postgres://app:Tr0ub4dor@db:5432/app', false],
  ['the sample of AWS', 'AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE', false],
])('%s is no credential', (_, line, expected) => {
  const [name = '', ...rest] = line.split('=');
  expect(classifier.classify(rest.join('='), { name }) !== undefined).toBe(expected);
});

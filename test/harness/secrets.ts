/**
 * Fake secrets of the right shape for cases and tests. They are put together here, at run time, so that no file of the
 * repository holds one: `{{stripe-live}}` in a Markdown case, `secret('stripe-live')` in a test. `{{stripe-live#2}}` gives
 * another value of the same kind. The values are the same in every run.
 */

import { crc32 } from 'node:zlib';
import { plant } from './outputs.js';

const digits = '0123456789';
const lower = 'abcdefghijklmnopqrstuvwxyz';
const upper = lower.toUpperCase();

/** Text of the given length; the same seed gives the same text. Never three of a kind in a row, never a sequence. */
function body(seed: string, length: number, alphabet: string): string {
  let state = 2166136261;
  for (const character of seed) state = Math.imul(state ^ character.charCodeAt(0), 16777619) >>> 0;
  let text = '';
  while (text.length < length) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const next = alphabet[(state >>> 16) % alphabet.length] ?? '';
    if (next !== text.at(-1)) text += next;
  }
  return text;
}

/** Some vendors end their tokens with a checksum, six characters in base 62. */
export function checked(text: string): string {
  let rest = crc32(text);
  let sum = '';
  while (sum.length < 6) {
    sum = ((digits + upper + lower)[rest % 62] ?? '') + sum;
    rest = Math.floor(rest / 62);
  }
  return text + sum;
}

interface Make {
  hex(length: number): string;
  alnum(length: number): string;
  lowercase(length: number): string;
  url(length: number): string;
  base64(length: number): string;
  upper(length: number): string;
  digits(length: number): string;
  uuid(): string;
  jwt(payload: object): string;
}

function maker(seed: string): Make {
  let calls = 0;
  const make = (length: number, alphabet: string): string => plant(body(`${seed}/${String(calls++)}`, length, alphabet));
  const hex = (length: number): string => make(length, `${digits}abcdef`);
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return {
    hex,
    alnum: (length) => make(length, digits + lower + upper),
    lowercase: (length) => make(length, digits + lower),
    url: (length) => make(length, digits + lower + upper + digits + upper),
    base64: (length) => make(length, `${digits}${lower}${upper}+/`),
    upper: (length) => make(length, `234567${upper}`),
    digits: (length) => make(length, digits),
    uuid: () => [hex(8), hex(4), `4${hex(3)}`, `a${hex(3)}`, hex(12)].join('-'),
    jwt: (payload) => `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(payload)}.${make(43, digits + lower + upper)}`,
  };
}

/** Kind → value. Add a row for each vendor that a case needs; keep the parts apart. */
const kinds: Readonly<Record<string, (make: Make) => string>> = {
  // payments
  'stripe-live': (m) => `sk_${'live'}_${m.alnum(24)}`,
  'stripe-live-long': (m) => `sk_${'live'}_51${m.alnum(97)}`,
  'stripe-test': (m) => `sk_${'test'}_${m.alnum(24)}`,
  'stripe-restricted-live': (m) => `rk_${'live'}_${m.alnum(24)}`,
  'stripe-restricted-test': (m) => `rk_${'test'}_${m.alnum(24)}`,
  'stripe-public-live': (m) => `pk_${'live'}_${m.alnum(24)}`,
  'stripe-public-test': (m) => `pk_${'test'}_${m.alnum(24)}`,
  'stripe-webhook': (m) => `whsec${'_'}${m.alnum(32)}`,
  'razorpay-live': (m) => `rzp_${'live'}_${m.alnum(14)}`,
  'razorpay-test': (m) => `rzp_${'test'}_${m.alnum(14)}`,
  'flutterwave-live': (m) => `FLW${'SECK'}-${m.hex(32)}-X`,
  'flutterwave-test': (m) => `FLW${'SECK'}_TEST-${m.hex(32)}-X`,
  'paddle-live': (m) => `pdl_${'live'}_apikey_${m.lowercase(26)}_${m.alnum(22)}_${m.alnum(3)}`,
  'paddle-test': (m) => `pdl_${'sdbx'}_apikey_${m.lowercase(26)}_${m.alnum(22)}_${m.alnum(3)}`,
  'mollie-live': (m) => `${'live'}_${m.alnum(30)}`,
  'mollie-test': (m) => `${'test'}_${m.alnum(30)}`,
  'gocardless-live': (m) => `${'live'}_${m.url(40)}`,
  'gocardless-test': (m) => `${'sandbox'}_${m.url(40)}`,
  'lob-live': (m) => `${'live'}_${m.hex(35)}`,
  'lob-test': (m) => `${'test'}_${m.hex(35)}`,
  'easypost-live': (m) => `EZ${'AK'}${m.alnum(54)}`,
  'easypost-test': (m) => `EZ${'TK'}${m.alnum(54)}`,
  'shippo-live': (m) => `shippo_${'live'}_${m.hex(40)}`,
  'shippo-test': (m) => `shippo_${'test'}_${m.hex(40)}`,
  'duffel-live': (m) => `duffel_${'live'}_${m.url(43)}`,
  'duffel-test': (m) => `duffel_${'test'}_${m.url(43)}`,
  'pagarme-live': (m) => `ak_${'live'}_${m.alnum(30)}`,
  'pagarme-test': (m) => `ak_${'test'}_${m.alnum(30)}`,
  'plaid-live': (m) => `access-${'production'}-${m.uuid()}`,
  'plaid-test': (m) => `access-${'sandbox'}-${m.uuid()}`,
  'stytch-live': (m) => `secret-${'live'}-${m.url(35)}=`,
  'stytch-test': (m) => `secret-${'test'}-${m.url(35)}=`,
  'braintree-live': (m) => `access_token$${'production'}$${m.lowercase(16)}$${m.hex(32)}`,
  'braintree-test': (m) => `access_token$${'sandbox'}$${m.lowercase(16)}$${m.hex(32)}`,
  'square-token': (m) => `EAA${'A'}${m.url(60)}`,
  'square-secret': (m) => `sq0${'csp'}-${m.url(43)}`,
  'convex-live': (m) => `${'prod'}:brave-otter-417|${m.base64(60)}`,
  'convex-test': (m) => `${'dev'}:brave-otter-417|${m.base64(60)}`,
  'inngest-live': (m) => `signkey-${'prod'}-${m.hex(64)}`,
  'inngest-test': (m) => `signkey-${'test'}-${m.hex(64)}`,
  'trigger-live': (m) => `tr_${'prod'}_${m.alnum(20)}`,
  'trigger-test': (m) => `tr_${'dev'}_${m.alnum(20)}`,
  'liveblocks-live': (m) => `sk_${'prod'}_${m.url(40)}`,
  'liveblocks-test': (m) => `sk_${'dev'}_${m.url(40)}`,
  'persona-live': (m) => `persona_${'production'}_${m.alnum(32)}`,
  'persona-test': (m) => `persona_${'sandbox'}_${m.alnum(32)}`,
  // what only looks like one: a placeholder, a sequence, the sample of the documentation
  'stripe-placeholder': () => `sk_${'live'}_${'x'.repeat(24)}`,
  'stripe-sequence': () => `sk_${'live'}_${lower}`,
  'stripe-sample': () => `sk_${'test'}_4eC39HqLyjWDarjtT1zdp7dc`,
  // code hosts, packages, clouds
  github: (m) => `gh${'p'}_${checked(m.alnum(30))}`,
  'github-fine-grained': (m) => `github_${'pat'}_${m.alnum(22)}_${m.alnum(59)}`,
  gitlab: (m) => `gl${'pat'}-${m.url(20)}`,
  npm: (m) => `np${'m'}_${checked(m.alnum(30))}`,
  pypi: (m) => `py${'pi'}-AgEIcHlwaS5vcmc${m.url(150)}`,
  'aws-key-id': (m) => `AK${'IA'}${m.upper(16)}`,
  'aws-session-key-id': (m) => `AS${'IA'}${m.upper(16)}`,
  'aws-secret': (m) => m.base64(40),
  google: (m) => `AI${'za'}${m.url(35)}`,
  'google-oauth-secret': (m) => `GOC${'SPX'}-${m.url(28)}`,
  'azure-storage': (m) =>
    `DefaultEndpointsProtocol=https;AccountName=acmestore;Account${'Key'}=${m.base64(86)}==;EndpointSuffix=core.windows.net`,
  databricks: (m) => `da${'pi'}${m.hex(32)}`,
  digitalocean: (m) => `dop_${'v1'}_${m.hex(64)}`,
  doppler: (m) => `dp.${'st'}.prd.${m.alnum(43)}`,
  vault: (m) => `hv${'s'}.${m.url(95)}`,
  'vercel-blob': (m) => `vercel_${'blob'}_rw_${m.alnum(16)}_${m.alnum(30)}`,
  railway: (m) => m.uuid(),
  'planetscale-token': (m) => `pscale_${'tkn'}_${m.url(43)}`,
  'supabase-secret': (m) => `sb_${'secret'}_${m.url(31)}`,
  'supabase-publishable': (m) => `sb_${'publishable'}_${m.url(31)}`,
  'supabase-service-role': (m) => m.jwt({ iss: 'supabase', ref: m.lowercase(20), role: 'service_role', iat: 1700000000, exp: 2015575000 }),
  'supabase-anon': (m) => m.jwt({ iss: 'supabase', ref: m.lowercase(20), role: 'anon', iat: 1700000000, exp: 2015575000 }),
  'supabase-local': (m) => m.jwt({ iss: 'supabase-demo', role: 'service_role', exp: 1983812996 }),
  jwt: (m) => m.jwt({ sub: m.uuid(), iat: 1700000000 }),
  'private-key': (m) => `-----BEGIN ${'PRIVATE'} KEY-----\\n${m.base64(64)}\\n${m.base64(64)}\\n-----END ${'PRIVATE'} KEY-----\\n`,
  // models
  openai: (m) => `sk-${'proj'}-${m.url(74)}T3Blbk${'FJ'}${m.url(74)}`,
  'openai-legacy': (m) => `sk${'-'}${m.alnum(20)}T3Blbk${'FJ'}${m.alnum(20)}`,
  anthropic: (m) => `sk-${'ant'}-api03-${m.url(93)}AA`,
  openrouter: (m) => `sk-${'or'}-v1-${m.hex(64)}`,
  groq: (m) => `gs${'k'}_${m.alnum(52)}`,
  huggingface: (m) => `h${'f'}_${body('hf', 34, lower + upper)}${m.alnum(0)}`,
  langsmith: (m) => `lsv2_${'pt'}_${m.hex(32)}_${m.hex(10)}`,
  // messages and work tracking
  slack: (m) => `xox${'b'}-${m.digits(12)}-${m.digits(12)}-${m.alnum(24)}`,
  'slack-webhook': (m) => `https://hooks.slack.com/${'services'}/T${m.upper(10)}/B${m.upper(10)}/${m.alnum(24)}`,
  sendgrid: (m) => `S${'G'}.${m.url(22)}.${m.url(43)}`,
  resend: (m) => `r${'e'}_${m.alnum(8)}_${m.alnum(24)}`,
  mailgun: (m) => `ke${'y'}-${m.hex(32)}`,
  'twilio-token': (m) => m.hex(32),
  telegram: (m) => `${m.digits(10)}:A${'A'}${m.url(33)}`,
  shopify: (m) => `shp${'at'}_${m.hex(32)}`,
  linear: (m) => `lin_${'api'}_${m.alnum(40)}`,
  notion: (m) => `nt${'n'}_${m.digits(11)}${m.alnum(35)}`,
  figma: (m) => `fi${'gd'}_${m.url(40)}`,
  'onepassword-service': (m) => `op${'s'}_${m.jwt({ signInAddress: 'example.1password.com' })}`,
  docker: (m) => `dckr_${'pat'}_${m.url(27)}`,
  sentry: (m) => `sntry${'u'}_${m.hex(64)}`,
  grafana: (m) => `gls${'a'}_${m.alnum(32)}_${m.hex(8)}`,
  // without a shape
  password: (m) => m.alnum(20),
  'api-key': (m) => m.alnum(40),
  'hex-key': (m) => m.hex(64),
  // connection strings
  'postgres-prod': (m) => `postgres:${'//'}app:${m.alnum(20)}@db.prod.example.com:5432/app`,
  'postgres-rds-prod': (m) => `postgresql:${'//'}app:${m.alnum(20)}@orders-prod.c9akciq32.eu-west-1.rds.amazonaws.com:5432/orders`,
  'postgres-rds': (m) => `postgresql:${'//'}app:${m.alnum(20)}@orders.c9akciq32.eu-west-1.rds.amazonaws.com:5432/orders`,
  'postgres-neon': (m) => `postgres:${'//'}app:${m.alnum(16)}@ep-cool-darkness-123456.eu-central-1.aws.neon.tech/neondb?sslmode=require`,
  'postgres-root': (m) => `postgres:${'//'}postgres:${m.alnum(20)}@db.internal.example.org:5432/app`,
  'postgres-staging': (m) => `postgres:${'//'}app:${m.alnum(20)}@db.staging.example.com:5432/app`,
  'postgres-replica': (m) => `postgres:${'//'}app_readonly:${m.alnum(20)}@db.prod.example.com:5432/app`,
  'mysql-prod': (m) => `mysql:${'//'}app:${m.alnum(20)}@mysql-production-1.example.com:3306/shop`,
  'mongodb-atlas': (m) => `mongodb+srv:${'//'}app:${m.alnum(16)}@cluster0.ab1cd.mongodb.net/app`,
  'redis-prod': (m) => `rediss:${'//'}default:${m.alnum(32)}@cache-prod.example.com:6380`,
  'sqlserver-prod': (m) =>
    `Server=tcp:shop-prod.database.windows.net,1433;Database=shop;User ID=app;Pass${'word'}=${m.alnum(18)};Encrypt=true;`,
  'basic-auth': (m) => `https:${'//'}deploy:${m.alnum(24)}@registry.example.com/packages`,
};

export type SecretKind = keyof typeof kinds;

/** Kinds that `{{…}}` knows. */
export const secretKinds: readonly string[] = Object.keys(kinds);

/**
 * A fake secret. `variant` gives another value of the same kind.
 *
 * @throws RangeError for a kind that is not in the table, so that a typo in a case is seen.
 */
export function secret(kind: string, variant = 1): string {
  const make = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (make === undefined) throw new RangeError(`no such secret: ${kind}`);
  return make(maker(`${kind}#${String(variant)}`));
}

/** Replaces each `{{kind}}` and `{{kind#2}}` by its secret. Other text in double braces stays as it is. */
export function expandSecrets(text: string): string {
  return text.replace(/\{\{([a-z][a-z0-9-]{0,40})(?:#(\d{1,3}))?\}\}/g, (whole, kind: string, variant: string | undefined) =>
    Object.hasOwn(kinds, kind) ? secret(kind, variant === undefined ? 1 : Number(variant)) : whole,
  );
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { credentials } from '../../rules/credentials/index.js';
import type { Body, ShapeRow } from '../../rules/kit/index.js';
import { createClassifier } from '../../server/analysis/environment/classify.js';
import { checked, secret, secretKinds } from '../harness/secrets.js';
import { expectLinear, took } from './linear.js';

const classifier = createClassifier(credentials, ['*.core.example.net']);
const classify = (value: string, name?: string) => classifier.classify(value, name === undefined ? {} : { name })?.credential;

/** Every second character is a digit where the alphabet has digits, so that no text is a word or a sequence. */
function body(form: Body, part: string): string {
  const [alphabet = '', size = ''] = form.split(' ');
  const letters = { hex: 'bdface', upper: 'QXVKZT', digits: '836195' }[alphabet] ?? 'qXvKzTwbR';
  const length = Number(size.split(/[-+]/)[0]) + (size.includes('+') ? 4 : 0);
  const numbers = '8361947502';
  let text = part;
  for (let at = 0; text.length < length; at += 1)
    text += at % 2 === 0 ? letters[(at * 7 + 3) % letters.length] : numbers[(at * 3) % numbers.length];
  return text;
}

const nameFor = (row: ShapeRow): string | undefined =>
  row[4]?.named === undefined ? undefined : `${row[4].named[0] ?? ''}_key`.toUpperCase();
const title = (row: ShapeRow): string => `${row[1]} ${row[0]} ${row[2]}`;

describe.each(credentials.shapes.map((row) => [title(row), row] as const))('%s', (_, row) => {
  const [prefix, vendor, kind, form, options] = row;
  const drawn = body(form, options?.holds ?? '');
  const value = prefix + (options?.checksum === true ? checked(drawn.slice(0, -6)) : drawn);
  const name = nameFor(row);

  it('is known by its shape', () => {
    const found = classify(value, name);
    expect([found?.vendor, found?.class, found?.evidence]).toEqual([vendor, kind, 'shape']);
    expect(classifier.mayHold(`const x = '${value}';`)).toBe(true);
  });

  it('has its checksum, where the vendor adds one', () => {
    expect(classify(prefix + drawn, name)?.vendor).toBe(options?.checksum === true ? undefined : vendor);
  });

  it('is known inside other text', () => {
    const found = classifier.classify(`run --with ${value} now`, name === undefined ? {} : { name });
    expect(found?.credential.vendor).toBe(vendor);
    expect(`run --with ${value} now`.slice(found?.start, found?.end)).toBe(prefix.endsWith('=') ? value.slice(prefix.length) : value);
  });

  it('is no credential as a placeholder', () => {
    for (const filler of ['x', '*', '.'])
      expect(classify(prefix + filler.repeat(Number(form.split(' ')[1]?.split(/[-+]/)[0])), name)).toBeUndefined();
    expect(classify(`${prefix}your_key_here`, name)).toBeUndefined();
  });

  it('is no credential of this kind behind a letter, or cut short', () => {
    const others = [`a${value}`, value.slice(0, prefix.length + 3)].map((other) => classify(other, name));
    expect(others.filter((found) => found?.evidence === 'shape' && found.shown === `${prefix.slice(0, 8)}…`)).toEqual([]);
  });
});

describe.each(credentials.named.map(([words, vendor, form]) => [`${vendor} ${words.join(' ')}`, words, vendor, form] as const))(
  '%s',
  (_, words, vendor, form) => {
    const name = words.join('_').toUpperCase();

    it('is known by its name and its form', () => {
      const seen = fc
        .sample(fc.stringMatching(form), { numRuns: 30, seed: 7 })
        .filter((value) => form.test(value) && !classifier.inert(value));
      // A value may have a telling shape as well, or the name may belong to a vendor with a wider form.
      const vendors = seen.map((value) => classify(value, name)?.vendor ?? '').filter((found) => found !== '');
      expect(vendors).toContain(vendor);
    });

    it('is nothing without the name', () => {
      const seen = fc.sample(fc.stringMatching(form), { numRuns: 10, seed: 7 }).map((value) => classify(value, 'DOCUMENT'));
      expect(seen.filter((found) => found?.evidence === 'name')).toEqual([]);
    });
  },
);

describe('connection strings', () => {
  const password = secret('password');
  const judged = (value: string): string => {
    const found = classify(value);
    return found === undefined ? 'none' : `${found.class}${found.weak === true ? '?' : ''}${found.readOnly ? ' read-only' : ''}`;
  };
  const at = (host: string, user = 'app', rest = '/app'): string => `postgres://${user}:${password}@${host}${rest}`;

  it.each([
    [at('db.prod.example.com'), 'live'],
    [at('db-production-1.example.com:5432'), 'live'],
    [at('prod.internal'), 'live'],
    [at('api.prod.example'), 'live'],
    [at('prod-db'), 'live'],
    [at('db1.core.example.net'), 'live'],
    [at('orders.c9akciq32.eu-west-1.rds.amazonaws.com', 'app', '/orders_prod'), 'live'],
    [at('orders.c9akciq32.eu-west-1.rds.amazonaws.com'), 'unknown'],
    [at('ep-cool-night-123.eu-central-1.aws.neon.tech'), 'unknown'],
    [at('db.live.example.com'), 'live?'],
    [at('db.example.com'), 'unknown'],
    [at('db.staging.example.com'), 'test'],
    [at('db-dev.example.com'), 'test'],
    [at('products.example.com'), 'unknown'],
    [at('delivery.example.live'), 'unknown'],
    [at('livekit.example.com'), 'unknown'],
    [at('db.prod.example.com', 'app_ro'), 'live read-only'],
    [at('replica.prod.example.com'), 'live read-only'],
    [at('localhost', 'app', '/prod_copy'), 'none'],
    [at('127.0.0.1:5432'), 'none'],
    [at('[::1]:5432'), 'none'],
    [at('db:5432', 'app', '/production'), 'none'],
    [at('host.docker.internal', 'app', '/prod'), 'none'],
    ['postgres://app@db.prod.example.com/app', 'none'],
    ['postgres://app:$PASSWORD@db.prod.example.com/app', 'none'],
    ['postgres://app:${PASSWORD}@db.prod.example.com/app', 'none'],
    ['postgres://user:password@db.prod.example.com/app', 'none'],
    ['postgres://postgres:postgres@db.acme-corp.net/app', 'none'],
    ['postgres://admin:admin@db.prod.acme-corp.net/app', 'live'],
    [`postgresql+asyncpg://app:${password}@db.prod.example.com/app`, 'live'],
    [`jdbc:postgresql://db.prod.example.com/app?user=app&password=${password}`, 'live'],
    [`mongodb://app:${password}@a.example.com:27017,b.prod.example.com:27017/app`, 'live'],
    [`Server=tcp:shop-prod.database.windows.net,1433;User ID=app;Password=${password};`, 'live'],
    [`host=db.prod.example.com user=app password=${password}`, 'live'],
    [`host=localhost user=app password=${password}`, 'none'],
    [`https://deploy:${password}@registry.example.com/x`, 'unknown'],
    ['https://example.com/a?password=reset', 'none'],
    ['unknown-scheme://app:x@db.prod.example.com', 'none'],
  ])('%s', (value, expected) => expect(judged(value)).toBe(expected));
});

describe('names', () => {
  const value = secret('api-key');

  it.each(['PROD_API_KEY', 'API_KEY_PROD', 'apiKeyProd', 'PRODUCTION_SECRET', 'STRIPE_LIVE_SECRET', 'prd-token', 'DB2_PROD1_PASSWORD'])(
    '%s is production',
    (name) => expect(classify(value, name)?.class).toBe('live'),
  );
  it.each([
    'PRODUCT_API_KEY',
    'PRODUCER_TOKEN',
    'LIVEKIT_API_KEY',
    'LIVE_KIT_SECRET',
    'DELIVERY_TOKEN',
    'OLIVE_SECRET',
    'LIVE_RELOAD_TOKEN',
    'REPRODUCE_SECRET',
    'ALIVE_TOKEN',
  ])('%s is not', (name) => expect(classify(value, name)?.class).toBe('unknown'));
  it.each(['DEV_API_KEY', 'STAGING_TOKEN', 'NON_PROD_SECRET', 'PREPROD_API_KEY', 'SANDBOX_CLIENT_SECRET', 'LOCAL_DB_PASSWORD'])(
    '%s is another environment',
    (name) => expect(classify(value, name)?.class).toBe('test'),
  );
  it.each([
    'DOCUMENT_ID',
    'GIT_COMMIT',
    'PUBLIC_KEY',
    'CSRF_TOKEN',
    'NEXT_PAGE_TOKEN',
    'TOKEN_URL',
    'PASSWORD_HASH',
    'getToken',
    'MAX_TOKEN',
    'TOKENIZER',
  ])('%s holds no secret', (name) => expect(classify(value, name)).toBeUndefined());
  it('a password of a production name needs not look random', () => {
    expect(classify('Tr0ub4dor-hill', 'PROD_DB_PASSWORD')?.class).toBe('live');
    expect(classify('changeme', 'PROD_DB_PASSWORD')).toBeUndefined();
    expect(classify('Tr0ub4dor-hill', 'DB_PASSWORD')).toBeUndefined();
  });
});

describe('siblings', () => {
  const value = secret('api-key');
  const beside = (context: object): string | undefined =>
    classifier.classify(value, { name: 'PAYPAL_SECRET', ...context })?.credential.class;

  it('a host or a mode beside it decides', () => {
    expect(beside({ host: 'https://api-m.paypal.com' })).toBe('live');
    expect(beside({ host: 'https://api-m.sandbox.paypal.com' })).toBe('test');
    expect(beside({ host: 'db.prod.example.com' })).toBe('live');
    expect(beside({ host: 'localhost:5432' })).toBe('test');
    expect(beside({ mode: { name: 'PAYPAL_MODE', value: 'live' } })).toBe('live');
    expect(beside({ mode: { name: 'PAYPAL_MODE', value: 'sandbox' } })).toBe('test');
    expect(beside({})).toBe('unknown');
  });
});

describe('payloads', () => {
  it('tell the role of a Supabase key', () => {
    expect([
      classify(secret('supabase-service-role'))?.class,
      classify(secret('supabase-anon'))?.class,
      classify(secret('supabase-local'))?.class,
    ]).toEqual(['unknown', 'public', 'test']);
  });

  it('of the sample token that tutorials repeat are no secret', () => {
    const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const sample = `${encode({ alg: 'HS256' })}.${encode({ sub: '1234567890', name: 'John Doe', iat: 1516239022 })}.${secret('api-key')}`;
    expect(classify(sample)).toBeUndefined();
  });
});

describe('nothing of a secret leaves', () => {
  /** The longest part that cannot be a prefix, a name or a host. */
  const core = (value: string): string =>
    (
      /:\/\/[^:]*:([^@]*)@/.exec(value)?.[1] ??
      /(?:Password|AccountKey)=([^;]*)/.exec(value)?.[1] ??
      value.slice(Math.min(12, value.length / 3))
    ).slice(0, 16);

  it.each(secretKinds)('%s', (kind) => {
    const value = secret(kind);
    const outputs = [undefined, 'PROD_API_KEY', 'API_KEY', 'AWS_SECRET', 'TELEGRAM_TOKEN', 'CONVEX_KEY'].map((name) =>
      JSON.stringify(classify(value, name) ?? {}),
    );
    for (const output of outputs) expect(output).not.toContain(core(value));
  });

  it('whatever stands around it', () => {
    const kind = fc.constantFrom(...secretKinds);
    const around = fc.string({ unit: fc.constantFrom('a', ' ', '=', ':', '/', '"', '-', 'prod', '@'), maxLength: 10 });
    fc.assert(
      fc.property(kind, around, around, (name, before, behind) => {
        const value = secret(name);
        const found = classify(before + value + behind, 'API_KEY');
        expect(JSON.stringify(found ?? {})).not.toContain(core(value));
        expect(found === undefined || found.shown.length <= 9).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('hostile text', () => {
  it('never throws, and answers with places inside the value', () => {
    const unit = fc.constantFrom(
      'a',
      '1',
      ':',
      '/',
      '://',
      '@',
      '=',
      ' ',
      '\n',
      '-----BEGIN ',
      'PRIVATE KEY-----',
      'eyJ',
      '.',
      'sk_live_',
      'prod:',
      '|',
      ';',
      'password=',
      '?',
      '&',
      '\u0000',
      '${',
      '"',
    );
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 80 }),
        fc.option(fc.constantFrom('API_KEY', 'PROD_PASSWORD', 'CONVEX_KEY'), { nil: undefined }),
        (value, name) => {
          const found = classifier.classify(value, { name });
          if (found !== undefined) expect(0 <= found.start && found.start < found.end && found.end <= value.length).toBe(true);
          classifier.mayHold(value);
          classifier.mayFallBack(value);
          classifier.inert(value);
        },
      ),
      { numRuns: 5000 },
    );
  });

  it.each([
    '://',
    'a://',
    'mysql://',
    'mysql://a:b',
    'mysql://a:b@',
    'eyJ',
    ' eyJ.',
    'eyJ.eyJ.',
    '-----BEGIN PRIVATE KEY-----',
    ' sk_live_',
    '=ATATT3',
    'prod:',
    'SG.',
    '.ghs_',
    ' ghs_a',
    'password=',
    'key "',
    "token: '",
    'process.env',
    'https://hooks.slack.com/services/',
    'AccountKey=',
    'FlyV1 fm2_',
    'a',
    '/',
    '.',
  ])('is linear on %j', (unit) => {
    expectLinear((text) => void classifier.classify(text, { name: 'API_KEY' }), unit, 300_000);
    expectLinear((text) => void classifier.mayHold(text), unit, 300_000);
    expectLinear((text) => void classifier.mayFallBack(text), unit, 300_000);
  });

  it.each([
    ['const apiKey = "{}";', true],
    ['client.setAuthToken("{}")', true],
    ['{ "X-Api-Key": `{}` }', true],
    // A word of secrets inside of another word, or beside what is none.
    ['const keyboard = "{}";', false],
    ['tokenizer.from("{}")', false],
    ['const publicKeyPath = "{}";', false],
  ])('is worth reading where a name of a secret takes what looks random: %s', (text, holds) => {
    expect(classifier.mayHold(text.replace('{}', secret('api-key')))).toBe(holds);
    expect(classifier.mayHold(text.replace('{}', 'a-class-of-words-2'))).toBe(false);
  });

  it.each([
    ["process.env.URL ?? 'https://example.com/docs'", false],
    ["process.env.URL ?? 'postgres://db.example.com/app'", true],
    ["process.env.URL ?? 'https://api.prod.example.com'", true],
    ["process.env.STAGE ?? 'live'", true],
    ['process.env.PORT ?? 3000; // not for use in production, nor where things live.', false],
    ["const environment = 'production';", false],
    ["from environs import Env\nEnv().str('URL', 'production')", true],
    ['process.env.DB ?? isProd()', true],
    ["process.env.PRODUCT ?? 'reproduce deliver olive'", false],
    ["process.env.HOST ?? 'https://api-m.paypal.com'", true],
    ["os.getenv('PASSWORD', 'correct-horse-battery-staple-1')", false],
    ["os.getenv('PROD_PASSWORD', 'correct-horse-battery-staple-1')", true],
  ])('may fall back to production: %s', (text, may) => {
    expect(classifier.mayFallBack(text)).toBe(may);
  });

  it('scans text without hits fast', () => {
    const text =
      'export async function show(input: Input) {\n  const rows = await db.query("select * from users where id = $1", [input.id]);\n  return rows.map((row) => row.name);\n}\n'.repeat(
        60_000,
      );
    for (let round = 0; round < 3; round += 1) classifier.mayHold(text);
    // Two hundred megabytes a second on the machine this was written on; a quarter of it is asked of any machine.
    expect(text.length / 1000 / Math.min(...[1, 2, 3].map(() => took((one) => void classifier.mayHold(one), text)))).toBeGreaterThan(50);
  });
});

import { describe, expect, test } from 'vitest';
import { masked } from '../../../server/cli/mask.js';

const random = 'q8Zt3Lw9XbR2mK7vP4nY6cHd1FsGj5';
const secrets: readonly string[] = [
  ['sk', 'live', random.slice(0, 24)].join('_'),
  ['gh', `p_${random}abcdef`].join(''),
  ['AK', 'IA', random.slice(0, 16).toUpperCase()].join(''),
  random + random,
];

describe('a secret is cut out of a line', () => {
  for (const [index, secret] of secrets.entries()) {
    test(`kind ${index + 1}, wherever it stands`, () => {
      for (const line of [
        `const key = '${secret}';`,
        `new Client("${secret}")`,
        `curl -H "Authorization: Bearer ${secret}"`,
        `KEY=${secret}`,
        `f(\`${secret}\`)`,
      ]) {
        expect(masked(line)).not.toContain(secret.slice(4, 16));
      }
    });
  }

  test('a password is known by its name or its place', () => {
    const word = ['hunt', 'er2'].join('');
    for (const line of [
      `password: '${word}'`,
      `const dbPassword = "${word}";`,
      `"api_key": "${word}"`,
      `PASSWORD=${word}`,
      `connect('postgres://me:${word}@db/x')`,
    ]) {
      expect(masked(line)).not.toContain(word);
    }
  });
});

test('ordinary code stays as it is', () => {
  for (const line of [
    `await stripe.paymentIntents.create({ amount, currency: 'usd' }, { idempotencyKey: args.key });`,
    `import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';`,
    `server.registerTool('delete_invoice_and_all_of_its_lines', { annotations: { readOnlyHint: true } }, handler);`,
    `const response = await fetch('https://api.example.com/v1/customers/search?limit=10');`,
    `await pool.query('DELETE FROM invoices WHERE id = $1', [id]);`,
  ]) {
    expect(masked(line)).toBe(line);
  }
});

test('hostile lines take linear time', () => {
  const started = performance.now();
  for (const part of ['secret', 'a1', '://', 'password=', '"', '_']) masked(part.repeat(200_000));
  expect(performance.now() - started).toBeLessThan(500);
});

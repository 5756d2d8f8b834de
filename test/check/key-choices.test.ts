import { expect, test } from 'vitest';
import { askMemory } from '../harness/ask.js';

/** What may be passed as a key: titles of the fixes, without their explanations. */
async function choices(file: string, text: string): Promise<readonly string[]> {
  const { result } = await askMemory(new Map([[file, text]]), { sets: ['recommended'] });
  const found = result.findings.filter(({ ruleId }) => ruleId === 'idempotency/no-idempotency-key');
  expect(found).toHaveLength(1);
  return found.flatMap(({ fixes }) => fixes.map(({ title }) => title.replace(/ (?:as idempotency key|and pass it).*/, '')));
}

const ask = 'Ask the model for `idempotencyKey`';

const stripe: readonly (readonly [parameter: string, isChoice: boolean])[] = [
  ['orderId', true],
  ['refundId', true],
  ['invoice', true],
  ['purchase_reference', true],
  ['order_number', true],
  // One customer may be charged twice, and one project gets many invoices.
  ['customerId', false],
  ['userId', false],
  ['project_id', false],
  ['calendarId', false],
  ['teamId', false],
  ['issueId', false],
  ['product_id', false],
  ['account_number', false],
  ['message', false],
  ['job', false],
];

test.each(stripe)('`%s` stands for the same thing again: %s', async (parameter, isChoice) => {
  const text = `import { tool } from 'ai';
import Stripe from 'stripe';
import { z } from 'zod';

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const pay = tool({
  inputSchema: z.object({ ${parameter}: z.string(), amount: z.number() }),
  execute: async ({ ${parameter}, amount }) => stripe.paymentIntents.create({ amount, currency: 'eur', description: ${parameter} }),
});
`;
  const expected = isChoice ? [`Pass \`${parameter}\``] : [];
  expect(await choices('a.ts', text)).toEqual([...expected, parameter.includes('_') ? 'Ask the model for `idempotency_key`' : ask]);
});

test('the id of what is made is its own', async () => {
  const text = `import { tool } from 'ai';
import Stripe from 'stripe';
import { z } from 'zod';

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const add = tool({
  inputSchema: z.object({ customerId: z.string(), teamId: z.string() }),
  execute: async ({ customerId, teamId }) => stripe.customers.create({ metadata: { customerId, teamId } }),
});
`;
  expect(await choices('a.ts', text)).toEqual(['Pass `customerId`', ask]);
});

const forms: readonly (readonly [what: string, imports: string, call: string, expected: readonly string[]])[] = [
  [
    'a UUID',
    "import { LinearClient } from '@linear/sdk';\nconst linear = new LinearClient({ apiKey: process.env.KEY });",
    'linear.createIssue({ teamId: ticketId, title: requestKey })',
    ['Pass `requestKey`', ask],
  ],
  [
    'letters up to v',
    "import { google } from 'googleapis';\nconst calendar = google.calendar('v3');",
    "calendar.events.insert({ calendarId: 'primary', requestBody: { summary: requestKey + ticketId } })",
    [ask],
  ],
  [
    'what the receiver has issued',
    "import { google } from 'googleapis';\nconst drive = google.drive('v3');",
    'drive.files.create({ requestBody: { name: requestKey + ticketId } })',
    [],
  ],
];

test.each(forms)('a key that has to be %s', async (_, imports, call, expected) => {
  const text = `import { tool } from 'ai';
import { z } from 'zod';
${imports}
export const add = tool({
  inputSchema: z.object({ ticketId: z.string(), requestKey: z.string() }),
  execute: async ({ ticketId, requestKey }) => ${call},
});
`;
  expect(await choices('a.ts', text)).toEqual(expected);
});

import { expect, test } from 'vitest';
import { askMemory } from '../harness/ask.js';

const head = `import { tool } from 'ai';
import Stripe from 'stripe';
import { z } from 'zod';

const stripe = new Stripe(process.env.STRIPE_KEY!);
const schema = z.object({ amount: z.number() });
`;
const create = "stripe.paymentIntents.create({ amount, currency: 'eur' })";

/** Whether it is offered to ask the model for a key. */
async function isAsked(file: string, text: string): Promise<boolean> {
  const { result } = await askMemory(new Map([[file, text]]), { sets: ['recommended'] });
  const found = result.findings.filter(({ ruleId }) => ruleId === 'idempotency/no-idempotency-key');
  expect(found).not.toEqual([]);
  return found.every(({ fixes }) => fixes.some(({ title }) => title.startsWith('Ask the model')));
}

const typescript: readonly (readonly [string, boolean, string])[] = [
  ['a handler that takes its arguments apart', true, `tool({ inputSchema: schema, execute: async ({ amount }) => ${create} })`],
  ['a type that the schema gives', true, `tool({ inputSchema: schema, execute: async ({ amount }: z.infer<typeof schema>) => ${create} })`],
  ['a type that stands somewhere else', false, `tool({ inputSchema: schema, execute: async ({ amount }: Amount) => ${create} })`],
  ['a schema from somewhere else', false, `tool({ inputSchema: other(), execute: async ({ amount }) => ${create} })`],
  ['a schema that is open', false, `tool({ inputSchema: z.object({ ...other() }), execute: async ({ amount }) => ${create} })`],
];

test.each(typescript)('TypeScript: %s', async (_, expected, code) => {
  expect(await isAsked('a.ts', `${head}import { other, type Amount } from 'elsewhere';\nexport const pay = ${code};\n`)).toBe(expected);
});

const helpers: readonly (readonly [string, boolean, string, string])[] = [
  ['that is told all', true, `(amount: number) => ${create}`, 'help(amount)'],
  ['that is told less than it could be', false, `(amount: number, other = 1) => ${create}`, 'help(amount)'],
  ['that takes what there is', false, `(...[amount]: number[]) => ${create}`, 'help(amount)'],
  ['that has one bare parameter', false, `amount => ${create}`, 'help(amount)'],
];

test.each(helpers)('TypeScript: a helper %s', async (_, expected, helper, call) => {
  const text = `${head}const help = ${helper};\nexport const pay = tool({ inputSchema: schema, execute: async ({ amount }) => ${call} });\n`;
  expect(await isAsked('a.ts', text)).toBe(expected);
});

test('TypeScript: a helper of several tools', async () => {
  const pay = 'tool({ inputSchema: z.object({ amount: z.number() }), execute: async ({ amount }) => help(amount) })';
  const text = `${head}const help = (amount: number) => ${create};\nexport const pay = ${pay};\nexport const tip = ${pay};\n`;
  expect(await isAsked('a.ts', text)).toBe(false);
});

test('TypeScript: a schema of several tools', async () => {
  const pay = `tool({ inputSchema: schema, execute: async ({ amount }) => ${create} })`;
  expect(await isAsked('a.ts', `${head}export const pay = ${pay};\nexport const tip = ${pay};\n`)).toBe(false);
});

const python: readonly (readonly [string, boolean, string])[] = [
  ['a plain signature', true, 'amount: int'],
  ['defaults and the rest by name', true, 'amount: int = 1, **more'],
  ['names that must be said', true, 'amount: int, *, note: str = ""'],
  ['one that is there already', false, 'amount: int, IdempotencyKey: str'],
];

test.each(python)('Python: %s', async (_, expected, signature) => {
  const text = `import stripe
from fastmcp import FastMCP

mcp = FastMCP("shop")


@mcp.tool
def pay(${signature}) -> str:
    return stripe.PaymentIntent.create(amount=amount, currency="eur").id
`;
  const { result } = await askMemory(new Map([['a.py', text]]), { sets: ['recommended'] });
  expect(result.findings.some(({ fixes }) => fixes.some(({ title }) => title.startsWith('Ask the model')))).toBe(expected);
});

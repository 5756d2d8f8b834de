import { expect, it } from 'vitest';
import { parse } from 'jsonc-parser';
import type { CodeAction } from 'vscode-languageserver/node';
import { knowledge } from '../../../rules/index.js';
import { memoryHost } from '../../../server/hosts/memory.js';
import { TestClient, vscode } from './client.js';

const agent = `import { Agent, tool } from '@openai/agents';
import { z } from 'zod';
import { settle } from './ledger.js';

export const refund = tool({
  name: 'refund',
  description: 'Refund an order',
  parameters: z.object({ order: z.string() }),
  execute: async ({ order }) => settle(order),
});
export const agent = new Agent({ name: 'support', tools: [refund] });
`;
const ledger = `import Stripe from 'stripe';
import { show } from './show.js';

const stripe = new Stripe(process.env.STRIPE_KEY ?? '');

export async function settle(order: string) {
  show(order);
  await ledger.entered(order, () => pay(order));
  return 'done';
}

const ledger = { entered: async (order: string, run: () => Promise<void>) => run() };

async function pay(order: string) {
  await stripe.refunds.create({ charge: order });
}
`;
const files = {
  '/ws/agent.ts': agent,
  '/ws/ledger.ts': ledger,
  '/ws/show.ts': 'export function show(text: string) {\n  console.log(text);\n}\n',
};

async function connect(config?: string) {
  const host = memoryHost({ ...files, ...(config === undefined ? {} : { '/ws/detent.config.json': config }) });
  const client = await TestClient.connect({ folders: ['/ws'], host, knowledge, capabilities: vscode });
  for (const [file, text] of Object.entries(files)) await client.open(file, text);
  /** Actions with the cursor on a word; at its first place, or the one that is named. */
  const at = async (file: string, word: string, place = 0): Promise<readonly CodeAction[]> => {
    const before = client
      .text(file)
      .split(word)
      .slice(0, place + 1)
      .join(word)
      .split('\n');
    const position = { line: before.length - 1, character: before.at(-1)!.length + 1 };
    return client.actions(file, { start: position, end: position });
  };
  const rules = async (): Promise<readonly unknown[]> => {
    const all = await Promise.all(Object.keys(files).map((file) => client.pull(file)));
    return [...new Set(all.flat().map(({ code }) => code))].toSorted();
  };
  return { client, at, rules };
}

const marksAmong = (actions: readonly CodeAction[]): readonly string[] =>
  actions.map(({ title }) => title).filter((title) => title.startsWith('Mark'));
const called = (actions: readonly CodeAction[], title: string): CodeAction | undefined => actions.find((action) => action.title === title);

it('marks the function under the cursor, where a tool reaches through it what lacks the promise', async () => {
  const { at } = await connect();
  const both = ['Mark `settle` as idempotent in detent.config.json', 'Mark `settle` as asking for approval in detent.config.json'];
  expect(marksAmong(await at('/ws/agent.ts', 'settle', 1))).toEqual(both);
  expect(marksAmong(await at('/ws/ledger.ts', 'function settle'))).toEqual([]);
  expect(marksAmong(await at('/ws/ledger.ts', 'settle'))).toEqual(both);
  expect(marksAmong(await at('/ws/ledger.ts', 'show', 2))).toEqual([]);
  expect(marksAmong(await at('/ws/ledger.ts', 'entered'))).toEqual([
    'Mark `entered` as idempotent in detent.config.json',
    'Mark `entered` as asking for approval in detent.config.json',
  ]);
});

it('writes the mark into the configuration, and what it answers is gone at once', async () => {
  const { client, at, rules } = await connect();
  const before = await rules();
  expect(before).toContain('idempotency/no-idempotency-key');
  expect(before).toContain('permission/destructive-without-approval');
  await client.apply(called(await at('/ws/agent.ts', 'settle', 1), 'Mark `settle` as idempotent in detent.config.json'));
  expect(parse(client.text('/ws/detent.config.json'))).toEqual({ idempotencyWrappers: ['settle'] });
  expect(await rules()).toEqual(before.filter((rule) => !String(rule).startsWith('idempotency/')));
  await client.apply(called(await at('/ws/agent.ts', 'settle', 1), 'Mark `settle` as asking for approval in detent.config.json'));
  expect(parse(client.text('/ws/detent.config.json'))).toEqual({ idempotencyWrappers: ['settle'], approvalWrappers: ['settle'] });
  expect(await rules()).toEqual([]);
  expect(marksAmong(await at('/ws/agent.ts', 'settle', 1))).toEqual([]);
});

it('offers the functions on the way at the finding that they would answer', async () => {
  const { client, at } = await connect('{\n  // Ours.\n  "idempotencyWrappers": ["once"]\n}\n');
  const actions = await at('/ws/ledger.ts', 'refunds.create');
  expect(marksAmong(actions)).toEqual([
    'Mark `settle` as idempotent in detent.config.json',
    'Mark `entered` as idempotent in detent.config.json',
    'Mark `pay` as idempotent in detent.config.json',
  ]);
  const mark = called(actions, 'Mark `entered` as idempotent in detent.config.json');
  expect(mark).toMatchObject({ kind: 'quickfix', diagnostics: [{ code: 'idempotency/no-idempotency-key' }], data: { grade: 'mark' } });
  await client.open('/ws/detent.config.json', '{\n  // Ours.\n  "idempotencyWrappers": ["once"]\n}\n', 'jsonc');
  await client.apply(mark);
  expect(client.text('/ws/detent.config.json')).toBe('{\n  // Ours.\n  "idempotencyWrappers": ["once", "entered"]\n}\n');
  expect((await client.pull('/ws/ledger.ts')).map(({ code }) => code)).not.toContain('idempotency/no-idempotency-key');
});

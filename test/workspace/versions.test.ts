import { describe, expect, test } from 'vitest';
import { knowledge } from '../../rules/index.js';
import { memoryHost } from '../../server/hosts/memory.js';
import { createSession } from '../../server/workspace/session.js';

const sdk = '/ws/lib/sdk.ts';
const tools = '/ws/app/tools.ts';
const installed = '/ws/app/node_modules/@mastra/core/package.json';

/** A tool that is declared by way of a file that imports the SDK; what it is given depends on the version. */
const world = {
  [sdk]: "export { createTool } from '@mastra/core/tools';\n",
  [tools]: `import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { createTool } from '../lib/sdk.js';

export const remove = createTool({
  id: 'remove',
  inputSchema: z.object({ mode: z.string(), path: z.string() }),
  execute: async ({ context }) => {
    if (context.mode === 'all') await rm(context.path);
  },
});
`,
};

async function look(files: Readonly<Record<string, string>>) {
  const host = memoryHost(files);
  const session = createSession({ host, knowledge });
  await session.open(['/ws']);
  return { host, session };
}

const version = (number: string): string => JSON.stringify({ name: '@mastra/core', version: number });
const told = (session: { check(): { readonly tools: unknown } }): string => JSON.stringify(session.check().tools);

describe('versions of SDKs', () => {
  test('what they are read from is there at the first check, whichever file imports them', async () => {
    const { session } = await look({ ...world, [installed]: version('0.20.0') });
    expect(session.check().tools.map(({ name }) => name.value)).toEqual(['remove']);
    expect(await session.settled()).toBe(false);
  });

  test('with another version the answer is that of a fresh start', async () => {
    const { host, session } = await look({ ...world, [installed]: version('0.20.0') });
    const before = told(session);
    await host.write(installed, version('1.0.0'));
    await session.changed([installed]);
    const { session: fresh } = await look({ ...world, [installed]: version('1.0.0') });
    expect(told(session)).toBe(told(fresh));
    expect(told(session)).not.toBe(before);
  });
});

test('where a file imports from that is looked at for its secrets only is known at the first check', async () => {
  const key = ['sk', 'live', '4eC39HqLyjWDarjtT1zdp7dcAbCdEfGh'].join('_');
  const { session } = await look({
    ...world,
    '/ws/pay/tsconfig.json': '{ "compilerOptions": { "paths": { "@shared/*": ["./shared/*"] } } }',
    '/ws/pay/stripe.ts': `import { amount } from '@shared/amount';\nexport const stripe = connect('${key}', amount);\n`,
    '/ws/pay/shared/amount.ts': 'export const amount = 1;\n',
  });
  session.check();
  expect(await session.settled()).toBe(false);
});

import { expect, test } from 'vitest';
import { knowledge } from '../../rules/index.js';
import { settledResult } from '../../server/cli/look.js';
import { memoryHost } from '../../server/hosts/memory.js';
import { createSession } from '../../server/workspace/session.js';

const tool = `import { writeFile } from 'node:fs/promises';
import { tool } from 'ai';
import { z } from 'zod';

export const save = tool({
  inputSchema: z.object({ text: z.string() }),
  execute: async ({ text }) => {
    try {
      await writeFile('/data/notes.txt', text);
    } catch (error) {}
    return 'saved';
  },
});
`;

test('another edition of ECMAScript gives other edits, and no other findings', async () => {
  const host = memoryHost({ '/ws/tool.ts': tool, '/ws/tsconfig.json': '{ "compilerOptions": { "target": "ES2022" } }' });
  const session = createSession({ host, knowledge });
  await session.open(['/ws']);
  const told = async () => {
    const found = (await settledResult(session)).findings.filter(({ ruleId }) => ruleId === 'verification/swallowed-error');
    expect(found).toHaveLength(1);
    return found[0]!.fixes.flatMap(({ edits }) => edits.map(({ text }) => text.includes('cause')));
  };
  expect(await told()).toEqual([true]);
  session.setText('/ws/tsconfig.json', '{ "compilerOptions": { "target": "ES2020" } }');
  expect(await told()).toEqual([false]);
  session.clearText('/ws/tsconfig.json');
  expect(await told()).toEqual([true]);
  await host.write('/ws/tsconfig.json', '{ "compilerOptions": { "target": "ES2020", "lib": ["ES2021"] } }');
  await session.changed(['/ws/tsconfig.json']);
  expect(await told()).toEqual([false]);
});

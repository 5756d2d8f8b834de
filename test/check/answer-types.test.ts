import { expect, test } from 'vitest';
import { askMemory } from '../harness/ask.js';

const types: readonly (readonly [type: string, isOffered: boolean])[] = [
  [': Promise<Response>', true],
  [': Promise<any>', true],
  ['', true],
  [': Promise<unknown>', false],
  [': Promise<object>', false],
  [': Promise<void | Response>', false],
];

test.each(types)('a line that asks an answer compiles, where its function says `%s`: %s', async (type, isOffered) => {
  const text = `import { tool } from 'ai';
import { z } from 'zod';

async function put(body: string)${type} {
  return fetch('https://api.example.com/note', { method: 'PUT', body });
}

export const note = tool({
  inputSchema: z.object({ text: z.string() }),
  execute: async ({ text }) => {
    await put(text);
    return 'noted';
  },
});
`;
  const { result } = await askMemory(new Map([['a.ts', text]]), { sets: ['recommended'] });
  const found = result.findings.filter(({ ruleId }) => ruleId === 'verification/unchecked-write-result');
  expect(found).toHaveLength(1);
  expect(found[0]!.fixes.map(({ title }) => title)).toEqual(isOffered ? ['Throw when it was refused'] : []);
});

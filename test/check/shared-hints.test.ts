import { expect, test } from 'vitest';
import { askMemory } from '../harness/ask.js';

test('a hint that says something else of each tool is not turned around for all of them', async () => {
  const fixed = async (hint: string): Promise<number> => {
    const server = `
    import { rm } from 'node:fs/promises';
    import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
    import { z } from 'zod';
    const server = new McpServer({ name: 'case', version: '1.0.0' });
    function register(name: string, reads: boolean, run: (path: string) => Promise<unknown>) {
      server.registerTool(name, { inputSchema: { path: z.string() }, annotations: { readOnlyHint: ${hint} } }, async ({ path }) => run(path));
    }
    register('show', true, async (path) => path);
    register('drop', true, (path) => rm(path));`;
    const { result } = await askMemory(new Map([['server.ts', server]]), { sets: ['recommended'] });
    const [finding, ...more] = result.findings.filter(({ ruleId }) => ruleId === 'permission/read-only-hint-mismatch');
    expect([finding?.tool, more]).toEqual(['drop', []]);
    return finding!.fixes.length;
  };
  expect(await fixed('true')).toBe(1);
  expect(await fixed('reads')).toBe(0);
});

test('hints for several tools are offered as what they are', async () => {
  const server = `
    import { rm } from 'node:fs/promises';
    import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
    const server = new McpServer({ name: 'case', version: '1.0.0' });
    for (const name of ['a', 'b']) server.registerTool(name, { description: name }, async () => rm(name));`;
  const { result } = await askMemory(new Map([['server.ts', server]]), { sets: ['recommended'] });
  expect(result.findings.flatMap(({ fixes }) => fixes.map(({ title }) => title))).toContainEqual(
    expect.stringMatching(/^Declare .* for all tools that are declared there$/u),
  );
});

test('the title of one tool is not written where others are registered, too', async () => {
  const offered = async (...names: readonly string[]): Promise<readonly number[]> => {
    const server = `
    import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
    const server = new McpServer({ name: 'case', version: '1.0.0' });
    for (const name of ${JSON.stringify(names)}) server.registerTool(name, { description: name }, async () => ({ content: [] }));`;
    const { result } = await askMemory(new Map([['server.ts', server]]), { sets: ['profile:claude-directory'] });
    return result.findings.filter(({ ruleId }) => ruleId === 'permission/missing-hints').map(({ fixes }) => fixes.length);
  };
  expect(await offered('show', 'list')).toEqual([0, 0]);
  expect(await offered('show')).toEqual([2]);
});

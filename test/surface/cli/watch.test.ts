import { expect, test } from 'vitest';
import { cwd, detent, worldOf } from './cache/world.js';

const tool = (hint: string): string => `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { wipe } from './wipe.js';
const server = new McpServer({ name: 'files', version: '1.0.0' });
server.registerTool('clean', { annotations: { readOnlyHint: ${hint} } }, async () => {
  await wipe();
  return { content: [] };
});
`;

test('what changes is looked at again, and what does not matter is not said', async () => {
  const host = worldOf({ 'a.ts': tool('true'), 'wipe.ts': 'export async function wipe(): Promise<void> {}\n', 'notes.txt': 'one' });
  const asked: unknown[] = [];
  async function* changes(folders: readonly string[]): AsyncGenerator<readonly string[]> {
    asked.push(folders);
    const put = async (name: string, text: string): Promise<readonly string[]> => {
      await host.write(`${cwd}/${name}`, text);
      return [`${cwd}/${name}`];
    };
    yield await put('notes.txt', 'two');
    yield await put(
      'wipe.ts',
      "import { rm } from 'node:fs/promises';\nexport async function wipe(): Promise<void> {\n  await rm('cache', { recursive: true });\n}\n",
    );
    yield await put('a.ts', tool('false'));
    yield await put('new.ts', tool('true'));
    yield await put('detent.config.json', '{ "rules": { "permission/read-only-hint-mismatch": "off" } }');
  }
  const { out, err, code } = await detent(host, ['check', '--watch'], { changes });
  expect(asked).toEqual([[cwd]]);
  expect(out.match(/^\S+ {2}error|^No findings/gm)).toEqual([
    'No findings',
    'a.ts:4:61  error',
    'No findings',
    'new.ts:4:61  error',
    'No findings',
  ]);
  expect(err.match(/^.+$/gm)).toEqual([
    'Watching for changes. Stop with Ctrl+C.',
    'Changed: wipe.ts',
    'Changed: a.ts',
    'Changed: new.ts',
    'Changed: detent.config.json',
  ]);
  expect(code).toBe(0);
});

test('only the report for people is watched', async () => {
  const { err, code } = await detent(worldOf({ 'a.ts': '' }), ['check', '--watch', '--format', 'json']);
  expect([err, code]).toEqual(['detent: Give either --watch or --format.\n', 2]);
});

/** Where there is more to follow than the bounds allow, an edit somewhere else finds neither more nor less than the start did. */
import { expect, test } from 'vitest';
import { knowledge as plain } from '../../rules/index.js';
import { createAnalyzer } from '../../server/analysis/analyze.js';
import { marked } from '../../server/analysis/languages.js';
import { snapshots } from './incremental-edits.js';

const knowledge = marked(plain);
const parts = 130;
const lines = 150;

/** Functions with so much in them that the bounds end a walk among them. */
const maze = `import { registry } from './registry.js';
import { limit } from './limit.js';

${Array.from(
  { length: parts },
  (_, i) => `function note${i}(key: string) {
  if (key === '') registry.set(key, { run: async () => key });
}

function part${i}(path: string) {
${Array.from({ length: lines }, (_, line) => `  note${i}('${i}.${line}' + path);`).join('\n')}
}
`,
).join('')}
export function fill() {
  if (limit > 100) return;
${Array.from({ length: parts }, (_, i) => `  part${i}('x');`).join('\n')}
  late('late', limit);
}

function late(name: string, most: number) {
  registry.set(name, { run: async () => String(most) });
}
`;
const server = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { registry } from './registry.js';
import { fill } from './maze.js';

const server = new McpServer({ name: 'notes', version: '1' });
fill();
for (const [name, tool] of registry) server.registerTool(name, {}, tool.run);
server.registerTool('first', {}, async () => ({ content: [] }));
`;
const world = new Map([
  ['/w/server.ts', server],
  ['/w/maze.ts', maze],
  ['/w/limit.ts', 'export const limit = 3;\n'],
  ['/w/registry.ts', 'export const registry = new Map<string, { run: () => Promise<string> }>();\n'],
]);

test('a walk that a bound ended stays as it was while other code is edited', { timeout: 60_000 }, () => {
  const kept = createAnalyzer(knowledge);
  const see = snapshots();
  const named = (change: readonly (readonly [file: string, text: string])[]): readonly string[] =>
    kept.analyze(see(new Map([...world, ...change]))).tools.map(({ name }) => name.value);
  const before = named([]);
  expect(before).toEqual([]);
  expect(named([['/w/limit.ts', 'export const limit = 4;\n']])).toEqual(before);
  expect(named([])).toEqual(before);
  // Code that it went through is followed again.
  expect(named([['/w/server.ts', server.replace('fill();\n', '').replace(/^for .*\n/m, '')]])).toEqual(['first']);
});

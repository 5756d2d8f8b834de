/** Handlers that do more than fits on a page. */
import { expect, test } from 'vitest';
import type { Tool } from '../../rules/kit/index.js';
import { askMemory } from '../harness/ask.js';

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1);

const all = (count: number, make: (i: number) => string): string => numbers(count).map(make).join('\n');

/** A tool with this handler. */
async function toolOf(body: string, below: string): Promise<Tool> {
  const text = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import * as unheard from 'unheard-of';

new McpServer({ name: 'case', version: '1' }).registerTool('case', {}, async () => {
${body}
});

${below}
`;
  const { result } = await askMemory(new Map([['src/server.ts', text]]), { sets: [] });
  expect(result.internal).toEqual([]);
  expect(result.tools).toHaveLength(1);
  return result.tools[0]!;
}

const details = (tool: Tool): readonly string[] => tool.effects.known.map(({ detail }) => detail ?? '');
const open = (tool: Tool): readonly string[] =>
  tool.effects.unresolved.map(({ label, named }) => (named === true ? `${label}, named` : label));

const drop = `async function drop(id: string) {
  await fetch(\`https://api.example.com/items/\${id}\`, { method: 'DELETE' });
}`;

test('what is open at one place is open once, however many ways lead there', async () => {
  const below = `async function load(id: string) {
  await unheard.frob(id);
}

async function twice(id: string) {
  await load(id);
  await load('b');
}`;
  expect(open(await toolOf("await load('a');\nawait twice('a');\nawait twice('c');\nawait unheard.frob('d');", below))).toEqual([
    'unheard.frob',
    'unheard.frob',
  ]);
});

test('many ways to one open place take no room from another one', async () => {
  const below = `async function load() {
  await unheard.frob();
}

async function other() {
  await unheard.grab();
}

${all(50, (i) => `async function way${i}() {\n  await load();\n}`)}`;
  expect(open(await toolOf(`${all(50, (i) => `await way${i}();`)}\nawait other();`, below))).toEqual(['unheard.frob', 'unheard.grab']);
});

test('what stands for itself takes no room from what does not', async () => {
  const below = `async function makeAll() {
${all(50, (i) => `  new unheard.Thing${i}();`)}
}

async function frobAll() {
  await unheard.frob();
}`;
  const found = open(await toolOf('await makeAll();\nawait frobAll();', below));
  expect(found).toHaveLength(41);
  expect(found.filter((label) => !label.endsWith(', named'))).toEqual(['unheard.frob']);
});

test('of more than a hundred ways to the same calls those are left out that tell nothing more', async () => {
  const ids = all(30, (i) => `const id${i} = 'x${i}';`);
  const ways = all(16, (way) => `async function way${way}() {\n${all(30, (i) => `  await drop(id${i});`)}\n}`);
  const add = `async function add() {
  await fetch('https://api.example.com/items', { method: 'POST' });
}`;
  const waysFirst = `try {\n${all(16, (way) => `await way${way}();`)}\n} catch {}`;
  const tool = await toolOf(`${waysFirst}\nawait add();\nawait way1();`, [ids, drop, add, ways].join('\n'));
  expect(tool.effects.unresolved).toEqual([]);
  expect(details(tool)).toEqual([
    ...numbers(30).map((i) => `DELETE api.example.com/items/x${i}`),
    'POST api.example.com/items',
    'DELETE api.example.com/items/x1',
  ]);
  expect(tool.effects.known.map(({ swallowedBy }) => swallowedBy !== undefined)).toEqual([...numbers(30).map(() => true), false, false]);
});

test('more than four hundred effects are said to be too many', async () => {
  const request = (i: number): string => `await fetch('https://api.example.com/items/x${i}', { method: 'DELETE' });`;
  const inFunctions = (count: number): Promise<Tool> =>
    toolOf(
      all(count, (i) => `await drop${i}();`),
      all(count, (i) => `async function drop${i}() {\n  ${request(i)}\n}`),
    );
  for (const ask of [inFunctions, (count: number) => toolOf(all(count, request), '')]) {
    const many = await ask(400);
    expect(many.effects.complete).toBe(true);
    expect(details(many)).toHaveLength(400);
    const more = await ask(401);
    expect(more.effects.unresolved.map(({ reason }) => reason)).toEqual(['more effects than are followed']);
    expect(details(more)).toHaveLength(400);
  }
});

test('one of many is found by its name', async () => {
  const items = `const items = [
${all(600, (i) => `  { name: 'x${i}' },`)}
];`;
  const tool = await toolOf("const one = items.find((item) => item.name === 'x580');\nawait drop(one.name);", `${items}\n\n${drop}`);
  expect(details(tool)).toEqual(['DELETE api.example.com/items/x580']);
  expect(tool.effects.complete).toBe(true);

  const asked = (body: string): string => `${items}

${drop}

function isNamed(item: { name: string }, name: string) {
${body}
}`;
  const line = await toolOf(
    "const one = items.find((item) => isNamed(item, 'x580'));\nawait drop(one.name);",
    asked('  return item.name === name;'),
  );
  expect(details(line)).toEqual(['DELETE api.example.com/items/x580']);
  const longer = asked('  const same = item.name === name;\n  return same;');
  const bounded = await toolOf("const one = items.find((item) => isNamed(item, 'x580'));\nawait drop(one.name);", longer);
  expect(details(bounded)).toEqual(['DELETE api.example.com/items/…']);
});

test('each of hundreds of items of a list is looked at', async () => {
  const text = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';

const server = new McpServer({ name: 'case', version: '1' });
for (const name of [${all(450, (i) => `'tool_${i}',`)}]) server.registerTool(name, {}, async () => ({ content: [] }));
`;
  const { result } = await askMemory(new Map([['src/server.ts', text]]), { sets: [] });
  expect(result.tools).toHaveLength(450);
});

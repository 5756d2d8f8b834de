/** Programs that declare more tools than one allowance of steps is for. */
import { expect, test } from 'vitest';
import { askMemory } from '../harness/ask.js';

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1);

/** A setting that takes some following. */
const settings = `def setting(scope):
    key0 = scope
${numbers(40)
  .map((i) => `    key${i} = [key${i - 1}, f'{scope}.${i}', [part + scope for part in [scope, 'a', 'b', 'c', 'd', 'e', 'f']]]`)
  .join('\n')}
    return key40[0]
`;

test('each tool that is found brings steps for the next one', async () => {
  const server = `from mcp.server.fastmcp import FastMCP

from settings import setting

mcp = FastMCP('many')


def register(app):
${numbers(200)
  .map(
    (i) =>
      `    if setting('scope${i}') == 'none':\n        return\n\n    @app.tool()\n    def tool${i}(name: str) -> str:\n        return name\n`,
  )
  .join('\n')}

register(mcp)
`;
  const files = new Map([
    ['settings.py', settings],
    ['server.py', server],
  ]);
  const { result } = await askMemory(files, { sets: [] });
  expect(result.internal).toEqual([]);
  expect(result.tools).toHaveLength(200);
});

test('a list of several hundred tools is a list of tools', async () => {
  const server = `from mcp.server.fastmcp import FastMCP

mcp = FastMCP('many')
registry = []


def tool(fn):
    registry.append(fn)
    return fn

${numbers(450)
  .map((i) => `\n@tool\ndef tool${i}(name: str) -> str:\n    return name\n`)
  .join('\n')}

for fn in registry:
    mcp.tool(name=fn.__name__)(fn)
`;
  const { result } = await askMemory(new Map([['server.py', server]]), { sets: [] });
  expect(result.internal).toEqual([]);
  expect(result.tools).toHaveLength(450);
});

test('a function that registers and calls itself with more each time is followed once', async () => {
  const server = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';

interface Node { name: string; first: Node; second: Node; third: Node; text: string }

export function register(server: McpServer, node: Node, words: string[]) {
  server.registerTool('find', {}, async () => ({ content: [{ type: 'text', text: node.text }] }));
  const made = words.map((word) => [word, node.text, node.name + word]);
  register(server, node.first, [...words, node.name, ...made.flat()]);
  register(server, node.second, [...words, node.name + node.text, ...made.flat()]);
  register(server, node.third, made.flat().concat(words));
}
`;
  const { result } = await askMemory(new Map([['server.ts', server]]), { sets: [] });
  expect(result.internal).toEqual([]);
  expect(result.tools.map(({ name }) => name.value)).toEqual(['find']);
});

test('a field that is made from itself again and again is followed once', async () => {
  const server = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';

const page = { text: 'start' };
${numbers(14)
  .map((i) => `page.text = \`\${page.text} ${i}\`;`)
  .join('\n')}
const server = new McpServer({ name: 'pages', version: '1' });
server.registerTool('show', { description: page.text }, async () => ({ content: [{ type: 'text', text: page.text }] }));
`;
  const { result } = await askMemory(new Map([['server.ts', server]]), { sets: [] });
  expect(result.internal).toEqual([]);
  expect(result.tools.map(({ name }) => name.value)).toEqual(['show']);
});

test('a function that is given a list registers what is put into it elsewhere', async () => {
  const server = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';

class Notes {
  tools() {
    return [{ name: 'late', run: async () => ({ content: [] }) }];
  }
}

function collect(providers) {
  const registry = { all: [], other: [] };
  for (const provider of providers) add(registry, provider.tools());
  return registry;
}

function add(registry, tools) {
  for (const tool of tools) registry.all.push(tool);
}

function registerTools(tools, server) {
  for (const tool of tools) server.registerTool(tool.name, {}, tool.run);
}

export async function start(server: McpServer) {
  const registry = await collect([new Notes()]);
  for (const name of ['all', 'other']) await registerTools(registry[name], server);
}

await start(new McpServer({ name: 'late', version: '1' }));
`;
  const { result } = await askMemory(new Map([['server.ts', server]]), { sets: [] });
  expect(result.tools.map(({ name }) => name.value)).toEqual(['late']);
});

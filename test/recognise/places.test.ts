import { describe, expect, test } from 'vitest';
import { askMemory } from '../harness/ask.js';

const sdk = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
const server = new McpServer({ name: 'a', version: '1' });
const low = new Server({ name: 'a', version: '1' });
const run = async () => ({ content: [] });
`;

/** `name line-of-definition`, lines counted behind the common beginning. */
async function placesOf(text: string, file = 'server.ts', beginning = sdk): Promise<readonly string[]> {
  const { result } = await askMemory(new Map([[file, beginning + text]]), { sets: [] });
  const before = beginning.split('\n').length - 1;
  return result.tools.map(({ name, definition }) => {
    const lines = (beginning + text).slice(0, definition.span.start).split('\n').length;
    return `${name.value} ${lines - before}`;
  });
}

describe('a tool is defined where a person would change it', () => {
  test('in the call that registers it', async () => {
    expect(await placesOf(`\nserver.registerTool(\n  'ping',\n  {},\n  run,\n);`)).toEqual(['ping 2']);
  });

  test('in the object that a loop registers', async () => {
    const text = `const tools = [\n  {\n    name: 'ping',\n  },\n];\nfor (const tool of tools) server.registerTool(tool.name, {}, run);`;
    expect(await placesOf(text)).toEqual(['ping 2']);
  });

  test('in the object, when its name is a constant', async () => {
    const text = `const NAME = 'ping';\nconst tool = {\n  name: NAME,\n};\nserver.registerTool(tool.name, {}, run);`;
    expect(await placesOf(text)).toEqual(['ping 2']);
  });

  test('in the object that was copied for the answer', async () => {
    const text = `const tools = [\n  { name: 'ping' },\n  { name: 'pong' },\n];
low.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: tools.map((tool) => ({ ...tool, inputSchema: {} })) }));
low.setRequestHandler(CallToolRequestSchema, async () => ({ content: [] }));`;
    expect(await placesOf(text)).toEqual(['ping 2', 'pong 3']);
  });

  test('in the object that was copied key by key', async () => {
    const text = `const tools = [\n  { name: 'ping', inputSchema: {} },\n  { name: 'pong', inputSchema: {} },\n];
low.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: tools.map(({ name, inputSchema }) => ({ name, inputSchema })).map((tool) => ({ name: tool.name })),
}));
low.setRequestHandler(CallToolRequestSchema, async () => ({ content: [] }));`;
    expect(await placesOf(text)).toEqual(['ping 2', 'pong 3']);
  });

  test('in the class whose method tells the name', async () => {
    const text = `class Ping {\n  getName() {\n    return 'ping';\n  }\n}\nfor (const tool of [new Ping()]) server.registerTool(tool.getName(), {}, run);`;
    expect(await placesOf(text)).toEqual(['ping 1']);
  });
});

const python = `import mcp.types as types
from mcp.server.fastmcp import FastMCP
from mcp.server.lowlevel import Server
server = FastMCP('a')
low = Server('a')
def run(path: str) -> str:
    return path
`;

const listing = (tools: string): string => `@low.list_tools()\nasync def list_tools():\n    return ${tools}\n`;

describe('a tool of Python is defined where a person would change it', () => {
  test.each([
    ['in the call that registers it', `\nserver.add_tool(\n    run,\n    name='ping',\n)\n`, ['ping 2']],
    ['above the function', `\n@server.tool(name='ping')\ndef ping(path: str) -> str:\n    return path\n`, ['ping 2']],
    [
      'in the dictionary that a loop registers',
      `tools = [\n    {\n        'name': 'ping',\n    },\n]\nfor tool in tools:\n    server.add_tool(run, name=tool['name'])\n`,
      ['ping 2'],
    ],
    [
      'in the dictionary, when its name is a constant',
      `NAME = 'ping'\ntool = {\n    'name': NAME,\n}\nserver.add_tool(run, name=tool['name'])\n`,
      ['ping 2'],
    ],
    [
      'in the dictionary that was unpacked for the answer',
      `tools = [\n    {'name': 'ping', 'inputSchema': {}},\n    {'name': 'pong', 'inputSchema': {}},\n]\n${listing('[types.Tool(**tool) for tool in tools]')}`,
      ['ping 2', 'pong 3'],
    ],
    [
      'in the dictionary that was copied key by key',
      `tools = [\n    {'name': 'ping'},\n    {'name': 'pong'},\n]\n${listing("[types.Tool(name=tool['name'], inputSchema={}) for tool in tools]")}`,
      ['ping 2', 'pong 3'],
    ],
    [
      'in the class whose method tells the name',
      `class Ping:\n    def get_name(self):\n        return 'ping'\nfor tool in [Ping()]:\n    server.add_tool(run, name=tool.get_name())\n`,
      ['ping 1'],
    ],
  ])('%s', async (_name, text, expected) => {
    expect(await placesOf(text, 'server.py', python)).toEqual(expected);
  });
});

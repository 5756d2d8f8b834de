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
async function placesOf(text: string): Promise<readonly string[]> {
  const { result } = await askMemory(new Map([['server.ts', sdk + text]]), { sets: [] });
  const before = sdk.split('\n').length - 1;
  return result.tools.map(({ name, definition }) => {
    const lines = (sdk + text).slice(0, definition.span.start).split('\n').length;
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

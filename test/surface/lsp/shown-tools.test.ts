import {
  CodeLensRefreshRequest,
  CodeLensRequest,
  HoverRequest,
  InlayHintRequest,
  type Hover,
  type MarkupContent,
} from 'vscode-languageserver/node';
import { expect, it } from 'vitest';
import { knowledge } from '../../../rules/index.js';
import { memoryHost } from '../../../server/hosts/memory.js';
import {
  showPlacesCommand,
  toolsChangedNotification,
  toolsMarkdownRequest,
  toolsRequest,
  type ToolEntry,
} from '../../../server/protocol/index.js';
import { TestClient, plain, uri, vscode, whole, type ClientOptions } from './client.js';

const server = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { removeInvoice } from './invoices.js';

const server = new McpServer({ name: 'invoices', version: '1.0.0' });

server.registerTool(
  'remove_invoice',
  { description: 'Remove an invoice', inputSchema: { path: z.string() }, annotations: { readOnlyHint: true } },
  async ({ path }) => {
    await removeInvoice(path);
    return { content: [] };
  },
);
`;
const invoices = `import { readFile, rm } from 'node:fs/promises';

export async function removeInvoice(path: string) {
  await readFile(path);
  await rm(path);
}
`;
const workspace = { '/ws/server.ts': server, '/ws/invoices.ts': invoices };
const { textDocument, workspace: world } = vscode;
const editor = {
  textDocument: { ...textDocument, hover: { contentFormat: ['markdown' as const] } },
  workspace: { ...world, codeLens: { refreshSupport: true } },
};

async function connect(files: Readonly<Record<string, string>>, options: ClientOptions = {}) {
  const { initializationOptions, ...rest } = options;
  const client = await TestClient.connect({
    folders: ['/ws'],
    host: memoryHost(files),
    knowledge,
    capabilities: editor,
    initializationOptions: { commands: [showPlacesCommand], ...initializationOptions },
    ...rest,
  });
  const hover = async (file: string, word: string, place = 0): Promise<string | undefined> => {
    const before = client
      .text(file)
      .split(word)
      .slice(0, place + 1)
      .join(word)
      .split('\n');
    const position = { line: before.length - 1, character: before.at(-1)!.length + 1 };
    const answer: Hover | null = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri: uri(file) }, position });
    return answer === null ? undefined : (answer.contents as MarkupContent).value;
  };
  const lenses = async (file: string) =>
    (await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: uri(file) } })) ?? [];
  for (const [file, text] of Object.entries(files)) await client.open(file, text);
  return { client, hover, lenses };
}

const card = `**\`remove_invoice\`**  destructive · safe to repeat · approval by its host · declared read-only

| Hint | Declared | Inferred |
|---|---|---|
| Read-only | **yes** | **no** ⚠ |
| Destructive | not said | yes |
| Idempotent | not said | yes |
| Open world | not said | no |

**Effects**

- destroy filesystem: \`node:fs/promises: rm\` at [invoices.ts:5](file:///ws/invoices.ts#L5), via \`removeInvoice\`
- read filesystem: \`node:fs/promises: readFile\` at [invoices.ts:4](file:///ws/invoices.ts#L4), via \`removeInvoice\``;

it('shows the card of a tool at its name and its registration, and nowhere else', async () => {
  const { hover } = await connect(workspace);
  expect(await hover('/ws/server.ts', 'remove_invoice')).toBe(card);
  expect(await hover('/ws/server.ts', 'registerTool')).toBe(card);
  expect(await hover('/ws/server.ts', 'inputSchema')).toBeUndefined();
  expect(await hover('/ws/server.ts', 'return')).toBeUndefined();
});

it('shows which tools reach a call, and where a call leads', async () => {
  const { hover } = await connect(workspace);
  expect(await hover('/ws/invoices.ts', 'rm', 1)).toBe(`**destroy filesystem**  \`node:fs/promises: rm\`

**One tool reaches it**

- \`remove_invoice\` (destructive · safe to repeat · approval by its host · declared read-only) at [server.ts:8](file:///ws/server.ts#L8) via \`removeInvoice\``);
  expect(await hover('/ws/server.ts', 'removeInvoice', 1)).toBe(`**\`removeInvoice\` leads to**

- destroy filesystem: \`node:fs/promises: rm\` at [invoices.ts:5](file:///ws/invoices.ts#L5), for \`remove_invoice\``);
});

it('speaks plain text to clients that show no other', async () => {
  const { hover } = await connect(workspace, { capabilities: plain });
  expect(await hover('/ws/server.ts', 'remove_invoice'))
    .toBe(`remove_invoice  destructive · safe to repeat · approval by its host · declared read-only

Read-only: declared yes, inferred no ⚠
Destructive: declared not said, inferred yes
Idempotent: declared not said, inferred yes
Open world: declared not said, inferred no

Effects
- destroy filesystem: node:fs/promises: rm at invoices.ts:5, via removeInvoice
- read filesystem: node:fs/promises: readFile at invoices.ts:4, via removeInvoice`);
});

it('leaves names from code as they are, whatever they hold', async () => {
  const odd = server.replace("'remove_invoice'", '"a`b [x](command:y) <img>"');
  const { hover } = await connect({ ...workspace, '/ws/server.ts': odd });
  expect((await hover('/ws/server.ts', 'registerTool'))?.split('\n')[0]).toContain('**`` a`b [x](command:y) <img> ``**');
});

it('sets a line above each tool that leads through its calls', async () => {
  const { lenses, client } = await connect(workspace);
  const [lens, ...more] = await lenses('/ws/server.ts');
  expect(more).toEqual([]);
  expect(lens?.range.start).toEqual({ line: 6, character: 0 });
  expect(lens?.command).toMatchObject({
    title: 'destructive · safe to repeat · approval by its host · declared read-only',
    command: showPlacesCommand,
    arguments: [
      'file:///ws/server.ts',
      { line: 6, character: 0 },
      [
        { uri: 'file:///ws/server.ts', range: { start: { line: 10, character: 10 } } },
        { uri: 'file:///ws/invoices.ts', range: { start: { line: 4, character: 8 } } },
      ],
    ],
  });
  expect(await lenses('/ws/invoices.ts')).toEqual([]);
  await client.edit('/ws/server.ts', server.replace('await removeInvoice(path);', ''));
  expect((await lenses('/ws/server.ts'))[0]?.command?.title).toBe('only reads');
});

it('says the tools of one registration together, and names no command that the client has not', async () => {
  const many = server
    .replace("server.registerTool(\n  'remove_invoice',", "for (const name of ['remove_a', 'remove_b']) server.registerTool(\n  name,")
    .replace('path: z.string()', '');
  const { lenses } = await connect({ ...workspace, '/ws/server.ts': many }, { initializationOptions: { commands: [] } });
  expect((await lenses('/ws/server.ts')).map(({ command }) => command)).toEqual([{ title: '2 tools: 2 destructive', command: '' }]);
});

it('has the client ask again when an edit elsewhere changed what a line says', async () => {
  const { client, lenses } = await connect(workspace);
  let asked = 0;
  client.connection.onRequest(CodeLensRefreshRequest.type, () => void (asked += 1));
  await lenses('/ws/server.ts');
  await client.edit('/ws/invoices.ts', invoices.replace('path: string', 'path:  string'));
  await client.settle();
  expect(asked).toBe(0);
  await client.edit('/ws/invoices.ts', invoices.replace('await rm(path);', ''));
  await client.until('a refresh', () => asked === 1);
  expect((await lenses('/ws/server.ts'))[0]?.command?.title).toBe('only reads');
});

it('shows no line where that is switched off', async () => {
  const { lenses, hover } = await connect(workspace, { settings: () => ({ codeLens: false }) });
  expect(await lenses('/ws/server.ts')).toEqual([]);
  expect(await hover('/ws/server.ts', 'remove_invoice')).toBe(card);
});

it('lists the tools for a view, and says when they are others', async () => {
  const { client } = await connect(workspace, { initializationOptions: { status: true } });
  let told = 0;
  client.connection.onNotification(toolsChangedNotification, () => void (told += 1));
  const list = (): Promise<readonly ToolEntry[]> => client.connection.sendRequest(toolsRequest);
  const entry: ToolEntry = {
    name: 'remove_invoice',
    tier: 'destructive',
    framework: 'mcp-typescript',
    uri: 'file:///ws/server.ts',
    range: { start: { line: 7, character: 2 }, end: { line: 7, character: 18 } },
    summary: 'destructive · safe to repeat · approval by its host · declared read-only',
    findings: 2,
    worst: 'error',
    inTests: false,
  };
  expect(await list()).toEqual([entry]);
  await client.until('the first news', () => told > 0);
  await client.edit('/ws/server.ts', `\n${server}`);
  await client.until('more news', () => told > 1);
  expect((await list())[0]?.range.start).toEqual({ line: 8, character: 2 });
  expect(await client.connection.sendRequest(toolsMarkdownRequest)).toBe(`| Tool | What it does | What it changes | Where |
|---|---|---|---|
| \`remove_invoice\` | destructive · safe to repeat · approval by its host · declared read-only | destroy filesystem: \`node:fs/promises: rm\` | \`server.ts:8\` |
`);
});

const agent = `import { generateText, stepCountIs, tool } from 'ai';
import { appendFile } from 'node:fs/promises';
import { z } from 'zod';

export const answer = (prompt: string) =>
  generateText({
    model: 'some/model',
    prompt,
    stopWhen: stepCountIs(20),
    tools: {
      note: tool({ description: 'Notes', inputSchema: z.object({ text: z.string() }), execute: async ({ text }) => appendFile('/var/n', text) }),
      look: tool({ description: 'Looks', inputSchema: z.object({}), execute: async () => 'nothing' }),
    },
  });
`;

it('says behind a step limit what it comes to, and at the agent what it has', async () => {
  const config = '{ "assumedStepReliability": 0.99 }';
  const inlays = async (client: TestClient, file: string) =>
    client.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri: uri(file) }, range: whole });
  const { client, hover } = await connect({ '/ws/agent.ts': agent });
  const at = agent.slice(0, agent.indexOf('20)') + 2).split('\n');
  expect(await inlays(client, '/ws/agent.ts')).toMatchObject([
    { label: '36 % at 95 % a step', position: { line: at.length - 1, character: at.at(-1)!.length } },
  ]);
  expect(await hover('/ws/agent.ts', 'generateText', 1)).toBe(`**\`generateText\`**  2 tools, 1 safe to repeat · 1 with no approval

20 steps at 95 % each: all of them work in 36 % of runs. For 90 %, a step must work in 99.47 %.

This takes steps for independent and beyond repair. Real ones are neither: tools that are safe to repeat, checks of what was done and checkpoints are what repairs a step.

**Tools**

- write: \`note\`
- observe: \`look\``);
  const other = await connect({ '/ws/agent.ts': agent, '/ws/detent.config.json': config });
  expect(await inlays(other.client, '/ws/agent.ts')).toMatchObject([{ label: '82 % at 99 % a step' }]);
  const off = await connect({ '/ws/agent.ts': agent }, { settings: () => ({ inlayHints: false }) });
  expect(await inlays(off.client, '/ws/agent.ts')).toEqual([]);
});

const graph = `from langchain.agents import create_agent
from langchain_core.tools import tool
from langgraph.checkpoint.memory import InMemorySaver


@tool
def look(name: str) -> str:
    """Looks."""
    return name


agent = create_agent("m", tools=[look], name="clerk", checkpointer=InMemorySaver())
print(agent.invoke({"messages": "hello"}, {"configurable": {"thread_id": "me"}}))
`;

it('says at an agent what its default limit comes to, and what keeps its runs', async () => {
  const { client, hover } = await connect({ '/ws/graph.py': graph });
  const hints = await client.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri: uri('/ws/graph.py') }, range: whole });
  const line = graph.slice(0, graph.indexOf('create_agent(')).split('\n').length - 1;
  expect(hints).toMatchObject([
    { label: '9999 steps: < 1 % at 95 % a step', position: { line, character: 'agent = create_agent'.length } },
  ]);
  expect(await hover('/ws/graph.py', 'create_agent(', 0)).toContain(`**\`clerk\`**  one tool, 1 safe to repeat · 0 with no approval

9999 steps at most, as \`recursion_limit\` is not given.

9999 steps at 95 % each: all of them work in \\< 1 % of runs. For 90 %, a step must work in \\> 99.99 %.`);
  expect(await hover('/ws/graph.py', 'create_agent(', 0)).toContain(
    'Runs kept by `checkpointer` (InMemorySaver) as long as the process lives.',
  );
});

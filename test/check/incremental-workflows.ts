/** Small workspaces of workflows, and of what tools keep in memory, and what edits of them put in. */
import type { World } from './incremental-edits.js';

/** Workflows, their steps in another file, and a server that may speak HTTP. */
export const workflows: World = {
  texts: new Map(
    Object.entries({
      '/w/client.ts': `import { Inngest } from 'inngest';
export const inngest = new Inngest({ id: 'shop' });
`,
      '/w/steps.ts': `import { appendFile } from 'node:fs/promises';
export async function note(text: string) {
  await appendFile('/var/notes.txt', text);
}
export async function kept(text: string) {
  'use step';
  await note(text);
}
export const fresh = () => crypto.randomUUID();
`,
      '/w/flow.ts': `import { inngest } from './client.js';
import { fresh, kept, note } from './steps.js';
export const flow = inngest.createFunction({ id: 'flow' }, { event: 'a' }, async ({ event, step }) => {
  await step.run('note', () => note(event.data.text));
  await note(fresh());
  await kept('b');
});
export async function other(text: string) {
  'use workflow';
  await note(text);
}
`,
      '/w/store.ts': `const carts = new Map<string, string>();
export function put(id: string, what: string) {
  carts.set(id, what);
}
export function read(id: string) {
  return carts.get(id);
}
`,
      '/w/server.ts': `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { put, read } from './store.js';
const server = new McpServer({ name: 'case', version: '1.0.0' });
server.registerTool('fill', { inputSchema: { id: z.string(), what: z.string() } }, async ({ id, what }) => put(id, what));
server.registerTool('look', { inputSchema: { id: z.string() } }, async ({ id }, extra) => read(id) ?? (await fetch('https://example.com/' + id)).text());
server.connect(new StreamableHTTPServerTransport({}));
`,
    }),
  ),
  often: ['/w/flow.ts', '/w/steps.ts', '/w/store.ts'],
  removed: ['/w/client.ts', '/w/steps.ts', '/w/store.ts'],
  keys: ['a', ' ', '}', '(', "'", '\n'],
  pieces: [
    "  'use step';",
    "  'use workflow';",
    '  await note(fresh());',
    '  carts.clear();',
    '  return undefined;',
    "import { inngest } from './client.js';",
  ],
  words: [
    ["'use step'", "'use strict'"],
    ["'use workflow'", "'use strict'"],
    ['step.run', 'step.sleep'],
    ['StreamableHTTPServerTransport', 'StdioServerTransport'],
    ['carts.get(id)', 'id'],
    ["'inngest'", "'other'"],
    ['crypto.randomUUID()', "'a'"],
    ['createFunction', 'create'],
  ],
  blocks: /\n(?=export|server|import)/u,
};

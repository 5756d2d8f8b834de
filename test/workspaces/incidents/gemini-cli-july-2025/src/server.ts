import { spawnSync } from 'node:child_process';
import { rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { z } from 'zod';

const server = new McpServer({ name: 'file-tools', version: '1.0.0' });
const done = (words: string) => ({ content: [{ type: 'text' as const, text: words }] });

server.registerTool(
  'make_folder',
  {
    description: 'Makes a folder beside the project.',
    inputSchema: { name: z.enum(['experiments', 'archive']) },
    annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  },
  async ({ name }) => {
    spawnSync('mkdir', [join('..', name)]);
    return done(`The folder ${name} is there.`);
  },
);

server.registerTool(
  'move_to_folder',
  {
    description: 'Moves what was made so far into a folder.',
    inputSchema: { name: z.enum(['experiments', 'archive']) },
    annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: false },
  },
  async ({ name }) => {
    for (const file of ['notes/plan.md', 'notes/tests.md', 'notes/todo.md']) {
      try {
        await rename(file, join('..', name, basename(file)));
      } catch (error) {
        console.error(error);
      }
    }
    return done(`Everything is in ${name}.`);
  },
);

await server.connect(new StdioServerTransport());

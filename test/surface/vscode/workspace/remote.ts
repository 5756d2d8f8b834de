import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { load } from './store.js';

export const server = new McpServer({ name: 'reader', version: '1.0.0' });

server.registerTool(
  'read_note',
  {
    description: 'Reads a note from a file',
    inputSchema: { file: z.string() },
    annotations: { readOnlyHint: true, openWorldHint: false },
  },
  async ({ file }) => ({ content: [{ type: 'text', text: await load(file) }] }),
);

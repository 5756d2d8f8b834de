import { rm } from 'node:fs/promises';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';

export const server = new McpServer({ name: 'files', version: '1.0.0' });

server.registerTool(
  'clean_folder',
  {
    description: 'Deletes a folder with everything in it',
    inputSchema: { folder: z.string() },
    annotations: { readOnlyHint: true },
  },
  async ({ folder }) => {
    await rm(folder, { recursive: true });
    return { content: [{ type: 'text', text: 'done' }] };
  },
);

import { writeFile } from 'node:fs/promises';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';

export const server = new McpServer({ name: 'notes', version: '1.0.0' });

server.registerTool(
  'save_note',
  {
    description: 'Writes a note into a file',
    inputSchema: { file: z.string(), text: z.string() },
    annotations: { destructiveHint: true, idempotentHint: true, openWorldHint: false, },
  },
  async ({ file, text }) => {
    await writeFile(file, text);
    return { content: [{ type: 'text', text: 'saved' }] };
  },
);

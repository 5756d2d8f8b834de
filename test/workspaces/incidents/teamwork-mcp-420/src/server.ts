import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { z } from 'zod';

const server = new McpServer({ name: 'project-tools', version: '1.0.0' });

async function projects(method: string, path: string, body?: unknown) {
  const response = await fetch(`https://projects.example.com/v3${path}`, {
    method,
    headers: { authorization: `Bearer ${process.env.PROJECTS_TOKEN}` },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path} answers ${response.status}`);
  return { content: [{ type: 'text' as const, text: await response.text() }] };
}

server.registerTool(
  'get_task',
  {
    title: 'Get task',
    description: 'Gets a task.',
    inputSchema: { id: z.number().int() },
    annotations: { readOnlyHint: true },
  },
  ({ id }) => projects('GET', `/tasks/${id}`),
);

server.registerTool(
  'update_task',
  {
    title: 'Update task',
    description: 'Sets the title of a task.',
    inputSchema: { id: z.number().int(), title: z.string() },
    annotations: { readOnlyHint: false },
  },
  ({ id, title }) => projects('PUT', `/tasks/${id}`, { title }),
);

server.registerTool(
  'delete_task',
  {
    title: 'Delete task',
    description: 'Deletes a task.',
    inputSchema: { id: z.number().int() },
    annotations: { readOnlyHint: false, destructiveHint: true, openWorldHint: true },
  },
  ({ id }) => projects('DELETE', `/tasks/${id}`),
);

await server.connect(new StdioServerTransport());

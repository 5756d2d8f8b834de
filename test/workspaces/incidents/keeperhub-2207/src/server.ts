import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { z } from 'zod';
import { callApi } from './api.js';

const server = new McpServer({ name: 'keeper-tools', version: '1.0.0' });
const annotations = { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true };
const idempotency_key = z.string().describe('One key for one intended action: repeat a call with the same key.');

const answer = (value: unknown) => ({ content: [{ type: 'text' as const, text: JSON.stringify(value) }] });

server.registerTool(
  'execute_transfer',
  {
    description: 'Transfers tokens to an address.',
    inputSchema: { to: z.string(), wei: z.string(), idempotency_key },
    annotations,
  },
  async ({ to, wei, idempotency_key }) => answer(await callApi('/api/execute/transfer', { to, wei }, idempotency_key)),
);

server.registerTool(
  'execute_protocol_action',
  {
    description: 'Runs an action of a protocol, such as a swap or a deposit.',
    inputSchema: { protocol: z.enum(['aave', 'uniswap']), action: z.enum(['deposit', 'swap']), params: z.record(z.string(), z.string()) },
    annotations,
  },
  async ({ protocol, action, params }) => answer(await callApi(`/api/execute/${protocol}/${action}`, params, undefined)),
);

await server.connect(new StdioServerTransport());

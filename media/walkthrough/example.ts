// An MCP server as many are written. Hover over a tool's name, and look at what is underlined.
// @ts-nocheck: its packages are not installed, and TypeScript would underline that as well.
import { rm } from 'node:fs/promises';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import Stripe from 'stripe';
import { z } from 'zod';

const stripe = new Stripe(process.env.STRIPE_KEY ?? '');
const server = new McpServer({ name: 'shop', version: '1.0.0' });

server.registerTool('list_refunds', { description: 'Lists refunds', inputSchema: {}, annotations: { readOnlyHint: true } }, async () =>
  answer(await stripe.refunds.list()),
);

server.registerTool(
  'refund_order',
  {
    description: 'Refunds an order',
    inputSchema: { charge: z.string() },
    annotations: { readOnlyHint: false, idempotentHint: true },
  },
  async ({ charge }) => answer(await refund(charge)),
);

server.registerTool(
  'clean_exports',
  {
    description: 'Removes exported files of one day',
    inputSchema: { day: z.enum(['monday', 'friday']) },
    annotations: { readOnlyHint: true },
  },
  async ({ day }) => {
    await rm(`exports/${day}`, { recursive: true });
    return answer('done');
  },
);

/** Nothing tells a second call for the same charge from the first. */
async function refund(charge: string) {
  return stripe.refunds.create({ charge });
}

function answer(value: unknown) {
  return { content: [{ type: 'text' as const, text: JSON.stringify(value) }] };
}

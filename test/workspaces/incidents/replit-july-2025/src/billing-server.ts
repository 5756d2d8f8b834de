import { McpServer } from '@modelcontextprotocol/server';
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import * as z from 'zod/v4';
import { charge, refund } from './billing.js';

const server = new McpServer({ name: 'billing', version: '1.0.0' });

server.registerTool(
  'charge_customer',
  {
    description: 'Charges a customer for an invoice.',
    inputSchema: z.object({ invoiceId: z.string(), customer: z.string(), amount: z.number().int() }),
    annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true },
  },
  async ({ invoiceId, customer, amount }) => {
    const payment = await charge(customer, amount);
    return { content: [{ type: 'text', text: `Invoice ${invoiceId} is paid by ${payment}.` }] };
  },
);

server.registerTool(
  'refund_payment',
  {
    description: 'Refunds a payment.',
    inputSchema: z.object({ payment: z.string() }),
    annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false },
  },
  async ({ payment }) => ({ content: [{ type: 'text', text: `Refunded by ${await refund(payment)}.` }] }),
);

await server.connect(new StdioServerTransport());

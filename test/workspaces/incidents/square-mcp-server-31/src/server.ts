import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { SquareClient } from 'square';
import { z } from 'zod';

const square = new SquareClient({ token: process.env.ACCESS_TOKEN });
const server = new McpServer({ name: 'square-tools', version: '1.0.0' });

server.registerTool(
  'create_payment',
  {
    description: 'Creates a payment using the provided source.',
    inputSchema: {
      sourceId: z.string().describe('The source of the money, such as a card on file.'),
      amount: z.number().int().positive().max(100_000),
      idempotencyKey: z.string().describe('A string that identifies this request. It must be unique for every CreatePayment request.'),
    },
    annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
  },
  async ({ sourceId, amount, idempotencyKey }) => {
    const { payment } = await square.payments.create({
      sourceId,
      idempotencyKey,
      amountMoney: { amount: BigInt(amount), currency: 'USD' },
    });
    return { content: [{ type: 'text', text: `Paid: ${payment?.id}` }] };
  },
);

server.registerTool(
  'cancel_payment_by_idempotency_key',
  {
    description: 'Cancels a payment whose outcome is unknown, by the key that it was created with.',
    inputSchema: { idempotencyKey: z.string().describe('The key of the payment to cancel.') },
    annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  },
  async ({ idempotencyKey }) => {
    await square.payments.cancelByIdempotencyKey({ idempotencyKey });
    return { content: [{ type: 'text', text: 'Cancelled.' }] };
  },
);

await server.connect(new StdioServerTransport());

import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import Razorpay from 'razorpay';
import { z } from 'zod';

const razorpay = new Razorpay({ key_id: process.env.RAZORPAY_KEY_ID!, key_secret: process.env.RAZORPAY_KEY_SECRET! });
const server = new McpServer({ name: 'refund-tools', version: '1.0.0' });

server.registerTool(
  'create_refund',
  {
    description: 'Refunds a payment, in full or in part.',
    inputSchema: {
      payment_id: z.string(),
      amount: z.number().int().positive().max(50_000).describe('In paise.'),
      speed: z.enum(['normal', 'optimum']).default('normal'),
      receipt: z.string().optional().describe('A unique identifier provided by you for your internal reference.'),
    },
    annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
  },
  async ({ payment_id, amount, speed, receipt }) => {
    const refund = await razorpay.payments.refund(payment_id, { amount, speed, receipt });
    return { content: [{ type: 'text', text: refund.id }] };
  },
);

await server.connect(new StdioServerTransport());

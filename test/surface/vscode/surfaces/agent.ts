import { Agent, tool } from '@openai/agents';
import { z } from 'zod';
import { settle } from './ledger.js';

export const refund = tool({
  name: 'refund',
  description: 'Refund an order',
  parameters: z.object({ order: z.string() }),
  execute: async ({ order }) => settle(order),
});
export const agent = new Agent({ name: 'support', tools: [refund] });

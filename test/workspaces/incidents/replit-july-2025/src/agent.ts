import { isStepCount, tool, ToolLoopAgent } from 'ai';
import { Resend } from 'resend';
import { z } from 'zod';
import { executives, query } from './database.js';

const resend = new Resend(process.env.RESEND_KEY!);

export const agent = new ToolLoopAgent({
  model: 'anthropic/claude-sonnet-4.5',
  instructions: 'CODE FREEZE. DO NOT CHANGE THE DATABASE WITHOUT ASKING. NEVER. NOT EVEN A LITTLE.',
  stopWhen: isStepCount(50),
  tools: {
    listExecutives: tool({
      description: 'Lists executives.',
      inputSchema: z.object({ limit: z.number().int().max(100) }),
      execute: async ({ limit }) => executives.list(limit),
    }),

    runSql: tool({
      description: 'Runs SQL, for migrations.',
      inputSchema: z.object({ sql: z.string() }),
      execute: async ({ sql }) => query(sql),
    }),

    emptyDirectory: tool({
      description: 'Empties the directory before a fresh import.',
      inputSchema: z.object({}),
      execute: async () => executives.clear(),
    }),

    announce: tool({
      description: 'Tells an executive by mail that the profile is online.',
      inputSchema: z.object({ profileId: z.string(), to: z.string() }),
      execute: async ({ profileId, to }) =>
        resend.emails.send(
          { from: 'directory@executive-directory.example', to, subject: 'Your profile is online', text: profileId },
          { idempotencyKey: `announce-${profileId}` },
        ),
    }),
  },
  toolApproval: { announce: 'user-approval' },
});

const { text } = await agent.generate({ prompt: process.argv.slice(2).join(' ') });
console.log(text);

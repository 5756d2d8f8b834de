import { defineEngine } from '../kit/index.js';

const served = { handler: 'arg 0.handlers', many: true, handed: ['Context#', 'input'] } as const;

export default defineEngine({
  id: 'restate',
  title: 'Restate',
  language: 'typescript',
  packages: ['@restatedev/restate-sdk', '@restatedev/restate-sdk-cloudflare-workers'],
  reference: 'https://docs.restate.dev/develop/ts/durable-steps',
  markers: ['@restatedev/restate-sdk'],
  harmless: ['Context#**', 'handlers.**'],
  workflows: [
    { call: 'service', ...served },
    { call: 'object', ...served },
    { call: 'workflow', ...served },
  ],
  steps: [{ call: 'Context#run', again: { otherwise: true } }],
  keepsAnswers: true,
  chance: {
    says: { time: 'ctx.date.now()', random: 'ctx.rand.random()', uuid: 'ctx.rand.uuidv4()' },
    replaces: {
      'Date.now': 'await {context}.date.now()',
      'Math.random': '{context}.rand.random()',
      'crypto.randomUUID': '{context}.rand.uuidv4()',
      randomUUID: '{context}.rand.uuidv4()',
      v4: '{context}.rand.uuidv4()',
    },
  },
  makes: 'ctx.run',
  context: 'Context#',
  wraps: { before: "{context}.run('{name}', async () => ", after: ')' },
});

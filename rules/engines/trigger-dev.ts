import { defineEngine } from '../kit/index.js';

const run = {
  handler: 'arg 0.run',
  name: 'arg 0.id',
  whole: true,
  again: { at: ['arg 0.retry.maxAttempts'], never: 1, otherwise: true },
} as const;

/** A task is run again from its start; while it waits, all of the process is kept. */
export default defineEngine({
  id: 'trigger-dev',
  title: 'Trigger.dev',
  language: 'typescript',
  packages: ['@trigger.dev/sdk'],
  reference: 'https://trigger.dev/docs/errors-retrying',
  markers: ['@trigger.dev/sdk'],
  harmless: [],
  workflows: [
    { call: 'task', ...run },
    { call: 'schemaTask', ...run },
    { call: 'schedules.task', ...run },
  ],
  steps: [],
  makes: 'a task of its own',
});

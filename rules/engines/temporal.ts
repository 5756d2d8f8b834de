import { defineEngine } from '../kit/index.js';

/** Workflows run in a sandbox, where clock and chance are played back. */
export default defineEngine({
  id: 'temporal',
  title: 'Temporal',
  language: 'typescript',
  packages: ['@temporalio/workflow'],
  reference: 'https://docs.temporal.io/develop/typescript/core-application',
  markers: ['@temporalio/workflow'],
  harmless: ['*', 'proxyActivities().*', 'proxyLocalActivities().*'],
  workflows: [{ exported: true }],
  steps: [],
  keepsAnswers: true,
  chance: 'plays',
  makes: 'an activity',
});

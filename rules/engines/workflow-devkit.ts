import { defineEngine } from '../kit/index.js';

/** Steps are functions that begin with `'use step'`, whatever they import; clock and chance are played back. */
export default defineEngine({
  id: 'workflow-devkit',
  title: 'Workflow DevKit',
  language: 'typescript',
  packages: ['workflow'],
  reference: 'https://useworkflow.dev/docs/foundations/workflows-and-steps',
  markers: ['use workflow'],
  harmless: ['createHook', 'createWebhook', 'defineHook', 'fetch', 'getStepMetadata', 'getWorkflowMetadata', 'getWritable', 'sleep'],
  workflows: [{ directive: 'use workflow' }],
  steps: [],
  chance: 'plays',
  makes: "a function with 'use step'",
});

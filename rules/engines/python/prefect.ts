import { defineEngine } from '../../kit/index.js';

/** A flow that is tried again begins anew; its tasks are tried again by themselves. */
export default defineEngine({
  id: 'prefect',
  title: 'Prefect',
  language: 'python',
  packages: ['prefect'],
  reference: 'https://docs.prefect.io/v3/how-to-guides/workflows/retries',
  markers: ['@flow'],
  harmless: ['flow', 'get_run_logger', 'runtime.**', 'task', 'unmapped', 'artifacts.*', 'get_run_logger().*'],
  workflows: [{ decorator: 'flow', again: { at: ['arg :retries'], never: 0, otherwise: false } }],
  steps: [{ decorator: 'task', again: { at: ['arg :retries'], never: 0, otherwise: false } }],
  makes: '@task',
});

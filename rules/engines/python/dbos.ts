import { defineEngine } from '../../kit/index.js';

export default defineEngine({
  id: 'dbos-python',
  title: 'DBOS',
  language: 'python',
  packages: ['dbos'],
  reference: 'https://docs.dbos.dev/python/tutorials/step-tutorial',
  markers: ['DBOS.workflow'],
  harmless: ['DBOS.**'],
  workflows: [{ decorator: 'DBOS.workflow' }],
  // A step that was cut off runs again; one that failed only when it is told to.
  steps: [
    { decorator: 'DBOS.step', again: { at: ['arg :retries_allowed'], never: false, otherwise: false } },
    { call: 'DBOS.run_step', passes: 2, again: { otherwise: false } },
    { call: 'DBOS.run_step_async', passes: 2, again: { otherwise: false } },
    // A transaction and the note that it was made are one.
    { decorator: 'DBOS.transaction', again: { otherwise: false } },
  ],
  chance: 'differs',
  makes: '@DBOS.step()',
});

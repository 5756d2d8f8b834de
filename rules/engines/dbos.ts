import { defineEngine } from '../kit/index.js';

export default defineEngine({
  id: 'dbos',
  title: 'DBOS',
  language: 'typescript',
  packages: ['@dbos-inc/dbos-sdk'],
  reference: 'https://docs.dbos.dev/typescript/tutorials/step-tutorial',
  markers: ['DBOS.registerWorkflow(', '@DBOS.workflow('],
  harmless: ['DBOS.**'],
  workflows: [{ call: 'DBOS.registerWorkflow' }, { decorator: 'DBOS.workflow' }],
  // A step that was cut off runs again; one that failed only when it is told to.
  steps: [
    { call: 'DBOS.runStep', again: { at: ['arg 1.retriesAllowed'], never: false, otherwise: false } },
    { wraps: { call: 'DBOS.registerStep', fn: 'arg 0' }, again: { at: ['arg 1.retriesAllowed'], never: false, otherwise: false } },
    { decorator: 'DBOS.step', again: { at: ['arg 0.retriesAllowed'], never: false, otherwise: false } },
    // A transaction and the note that it was made are one.
    { decorator: 'DBOS.transaction', again: { otherwise: false } },
  ],
  chance: 'differs',
  makes: 'DBOS.runStep',
  context: 'DBOS',
  wraps: { before: '{context}.runStep(async () => ', after: ", { name: '{name}' })" },
});

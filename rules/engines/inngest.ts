import { defineEngine } from '../kit/index.js';

export default defineEngine({
  id: 'inngest',
  title: 'Inngest',
  language: 'typescript',
  packages: ['inngest'],
  reference: 'https://www.inngest.com/docs/learn/inngest-steps',
  markers: ['createFunction('],
  instances: { Inngest: ['new Inngest'] },
  harmless: ['Logger#*', 'Step#**'],
  workflows: [
    {
      call: 'Inngest#createFunction',
      name: 'arg 0.id',
      stepsAgain: { at: ['arg 0.retries'], never: 0, otherwise: true },
      handed: [{ event: 'input', events: 'input', step: 'Step#', logger: 'Logger#' }],
    },
  ],
  steps: [{ call: 'Step#run', passes: 2, again: { otherwise: true } }],
  chance: 'differs',
  makes: 'step.run',
  context: 'Step#',
  wraps: { before: "{context}.run('{name}', async () => ", after: ')' },
});

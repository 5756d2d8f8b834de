import { defineEngine } from '../../kit/index.js';

const handed = ['Context#', 'input'] as const;

export default defineEngine({
  id: 'restate-python',
  title: 'Restate',
  language: 'python',
  packages: ['restate'],
  reference: 'https://docs.restate.dev/develop/python/durable-steps',
  markers: ['.handler(', '.main('],
  instances: { Service: ['Service()'], VirtualObject: ['VirtualObject()'], Workflow: ['Workflow()'] },
  extends: { VirtualObject: 'Service', Workflow: 'Service' },
  harmless: ['Context#**', 'Service#*'],
  workflows: [
    { decorator: 'Service#handler', handed },
    { decorator: 'Service#main', handed },
  ],
  steps: [
    { call: 'Context#run', again: { otherwise: true } },
    { call: 'Context#run_typed', passes: 3, again: { otherwise: true } },
  ],
  keepsAnswers: true,
  chance: { time: 'await {context}.time()', random: '{context}.random().random()', uuid: '{context}.uuid()' },
  makes: 'ctx.run_typed',
  context: 'Context#',
});

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
  chance: {
    says: { time: 'ctx.time()', random: 'ctx.random()', uuid: 'ctx.uuid()' },
    replaces: { random: '{context}.random().random()', time: 'await {context}.time()', uuid4: '{context}.uuid()' },
  },
  makes: 'ctx.run_typed',
  context: 'Context#',
});

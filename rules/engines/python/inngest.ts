import { defineEngine } from '../../kit/index.js';

export default defineEngine({
  id: 'inngest-python',
  title: 'Inngest',
  language: 'python',
  packages: ['inngest'],
  reference: 'https://www.inngest.com/docs/reference/python/overview',
  markers: ['create_function('],
  harmless: ['Context#**', 'Inngest#create_function'],
  workflows: [{ decorator: 'Inngest#create_function', handed: ['Context#'] }],
  steps: [{ call: 'Context#step.run', passes: 2, again: { otherwise: true } }],
  chance: 'differs',
  makes: 'ctx.step.run',
});

import { defineEngine } from '../kit/index.js';

export default defineEngine({
  id: 'cloudflare',
  title: 'Cloudflare Workflows',
  language: 'typescript',
  packages: ['cloudflare:workers', 'cloudflare:workflows'],
  reference: 'https://developers.cloudflare.com/workflows/build/rules-of-workflows/',
  markers: ['WorkflowEntrypoint'],
  harmless: ['WorkflowStep#*'],
  workflows: [{ base: 'WorkflowEntrypoint', method: 'run', handed: ['input', 'WorkflowStep#'] }],
  steps: [{ call: 'WorkflowStep#do', again: { at: ['arg 1.retries.limit'], never: 0, otherwise: true } }],
  chance: 'differs',
  makes: 'step.do',
  context: 'WorkflowStep#',
  wraps: { before: "{context}.do('{name}', async () => ", after: ')' },
});

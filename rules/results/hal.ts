import { defineResultFormat } from '../kit/index.js';

export default defineResultFormat({
  id: 'hal',
  title: 'HAL',
  reference: 'https://github.com/princeton-pli/hal-harness/tree/main/reliability_eval',
  files: ['*_UPLOAD.json'],
  rows: ['raw_eval_results.*'],
  task: 'key',
  reward: ['reward', 'score'],
  repetition: /[_/.-](?:run_)?(?:r|rep|run|trial)_?(\d{1,4})(?:_\d{9,11})?(?=[_/.-])/,
  about: { model: 'metadata.agent_args.model_name', domain: 'config.benchmark_name', time: 'config.date' },
});

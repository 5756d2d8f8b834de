import { defineSummaryFormat } from '../kit/index.js';

export default defineSummaryFormat({
  id: 'tau2-submission',
  title: 'submission to the tau2-bench leaderboard',
  reference: 'https://github.com/sierra-research/tau2-bench/blob/main/src/tau2/scripts/leaderboard/submission.py',
  files: ['submissions/*/submission.json'],
  rows: 'results.*',
  values: ['pass_1', 'pass_2', 'pass_3', 'pass_4'],
  whole: 100,
  model: 'model_name',
  trials: { at: 'trajectory_files.*', in: /_(\d{1,3})trials?\b/ },
});

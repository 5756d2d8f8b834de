import { defineResultFormat } from '../kit/index.js';

export default defineResultFormat({
  id: 'tau-bench',
  title: 'tau-bench',
  reference: 'https://github.com/sierra-research/tau-bench/blob/main/tau_bench/run.py',
  files: ['historical_trajectories/*.json', '*_range_*_user-*.json'],
  rows: ['[]'],
  task: ['task_id'],
  trial: ['trial'],
  sharedTrials: true,
  reward: ['reward'],
  proof: ['traj'],
  error: 'info.error',
});

import { defineResultFormat } from '../kit/index.js';

export default defineResultFormat({
  id: 'plain',
  title: 'plain results',
  reference: 'https://www.rfc-editor.org/rfc/rfc8259',
  files: [],
  rows: ['[]', 'trials[]', 'results[]', 'runs[]', ''],
  task: ['task', 'task_id'],
  trial: ['trial', 'run', 'attempt'],
  reward: ['success', 'passed', 'reward', 'score'],
  error: 'error',
  about: { trials: 'num_trials', commit: 'commit', model: 'model', time: 'timestamp' },
});

import type { ResultKnowledge } from '../kit/index.js';
import hal from './hal.js';
import plain from './plain.js';
import submission from './submission.js';
import tau2 from './tau2.js';
import tauBench from './tau-bench.js';

/** Everything that is known about files of results. A trial is read as the first of these formats that it fits. */
export const results: ResultKnowledge = {
  formats: [tauBench, tau2, hal, plain],
  summaries: [submission],
  columns: {
    task: ['task', 'task_id'],
    trial: ['trial', 'run', 'attempt'],
    success: ['success', 'passed', 'reward', 'score'],
  },
  words: {
    success: ['1', '1.0', 'true', 'yes', 'pass', 'passed', 'success'],
    failure: ['0', '0.0', 'false', 'no', 'fail', 'failed', 'failure'],
  },
};

import { defineResultFormat } from '../kit/index.js';

export default defineResultFormat({
  id: 'tau2-bench',
  title: 'tau2-bench',
  reference: 'https://github.com/sierra-research/tau2-bench/blob/main/src/tau2/data_model/simulation.py',
  files: ['simulations/*/results.json', 'simulations/*.json'],
  // A folder has one file for each trial, the last of these, and mostly an index that says it all.
  rows: ['simulations[]', 'simulation_index[]', ''],
  task: ['task_id'],
  trial: ['trial'],
  reward: ['reward_info.reward', 'reward'],
  proof: ['termination_reason'],
  ended: 'termination_reason',
  notRun: ['infrastructure_error'],
  about: {
    trials: 'info.num_trials',
    commit: 'info.git_commit',
    model: 'info.agent_info.llm',
    domain: 'info.environment_info.domain_name',
    time: 'timestamp',
    tasks: 'tasks[].id',
  },
});

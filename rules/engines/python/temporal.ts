import { defineEngine } from '../../kit/index.js';

const activity = { passes: 1, again: { otherwise: true } } as const;

export default defineEngine({
  id: 'temporal-python',
  title: 'Temporal',
  language: 'python',
  packages: ['temporalio'],
  reference: 'https://docs.temporal.io/develop/python/core-application',
  markers: ['@workflow.run', 'import run'],
  harmless: ['activity.**', 'workflow.**'],
  workflows: [{ decorator: 'workflow.run' }, { decorator: 'workflow.signal' }, { decorator: 'workflow.update' }],
  steps: [
    { call: 'workflow.execute_activity', ...activity },
    { call: 'workflow.execute_activity_method', ...activity },
    { call: 'workflow.execute_local_activity', ...activity },
    { call: 'workflow.execute_local_activity_method', ...activity },
    { call: 'workflow.start_activity', ...activity },
    { call: 'workflow.start_activity_method', ...activity },
    { call: 'workflow.start_local_activity', ...activity },
    { call: 'workflow.start_local_activity_method', ...activity },
  ],
  keepsAnswers: true,
  chance: {
    says: { time: 'workflow.now()', random: 'workflow.random()', uuid: 'workflow.uuid4()' },
    replaces: {
      'datetime.now': '{context}.now()',
      'datetime.utcnow': '{context}.now()',
      random: '{context}.random().random()',
      time: '{context}.time()',
      uuid4: '{context}.uuid4()',
    },
  },
  makes: 'an activity',
  context: 'workflow',
});

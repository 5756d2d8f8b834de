import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'multiprocessing',
  language: 'python',
  reference: 'https://docs.python.org/3/library/multiprocessing.html',
  origin: 'read',
  resource: 'process',
  instances: { Process: ['active_children()', 'current_process()', 'parent_process()'] },
  extends: { 'context.ForkProcess': 'Process', 'context.SpawnProcess': 'Process' },

  calls: [
    ['Process#kill',      'destroy', 'this'],
    ['Process#terminate', 'destroy', 'this'],
  ],

  harmless: ['*'],
});

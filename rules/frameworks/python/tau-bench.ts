import { defineFramework } from '../../kit/index.js';

export default defineFramework({
  id: 'tau-bench',
  title: 'tau-bench',
  language: 'python',
  packages: ['tau_bench'],
  grows: true,
  reference: 'https://github.com/sierra-research/tau-bench',
  markers: ['get_info', 'invoke'],
  hosted: false,
  // The database of the environment, which all calls of a run share.
  hiddenNames: ['data'],
  harmless: ['Tool#*', 'Tool.*'],

  tools: [],
  classes: [
    {
      base: 'Tool',
      shape: {
        name: 'get_info().function.name',
        description: ['get_info().function.description'],
        input: ['get_info().function.parameters'],
        handler: ['invoke'],
      },
    },
  ],
});

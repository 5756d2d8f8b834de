import { defineReleaseRule } from '../../../kit/index.js';

export default defineReleaseRule({
  id: 'reliability/single-run-gate',
  summary: 'A release is judged by single runs, which says nothing about the second time.',
  since: '0.1.0',
  severity: 'warning',
  set: 'strict',
  fix: 'none',
  maps: ['MAST-3.3'],
  messages: {
    gate: 'This gate asks for pass^1 only: a task that succeeds every other time passes half of it. Ask for k of 2 or more as well.',
    measured: 'This gate asks for pass^1 only. The same results have pass^{k} = {value}: ask for that as well.',
    comparison:
      'Single runs decide here, by `{shown}`: a task that succeeds every other time counts for half. Compare pass^k for k of 2 or more.',
    command: '`{shown}` lets single runs decide: a task that succeeds every other time passes half of it. Use `--k 2` or more.',
  },

  check({ gates, singleRuns }, report) {
    const repeated = new Set(gates.filter(({ k }) => k > 1).map(({ results }) => results));
    for (const { results, k, at, judged } of gates) {
      if (k > 1 || repeated.has(results)) continue;
      const [most] = judged.flatMap(({ most }) => most ?? []);
      const said =
        most === undefined
          ? ({ message: 'gate', data: {} } as const)
          : ({ message: 'measured', data: { k: String(most.k), value: most.value } } as const);
      report({ ...said, at: at.k, certainty: 'certain' });
    }
    for (const { shown, file, span } of singleRuns) {
      const isCommand = shown.includes('pass-k');
      report({
        message: isCommand ? 'command' : 'comparison',
        data: { shown },
        at: { file, span },
        certainty: isCommand ? 'certain' : 'probable',
      });
    }
  },
});

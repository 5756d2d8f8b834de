import { allJudged, counted, defineReleaseRule, shownResults } from '../../../kit/index.js';
import type { Evidence, ShortTask } from '../../../kit/index.js';

export default defineReleaseRule({
  id: 'reliability/insufficient-trials',
  summary: 'There are fewer trials than a gate takes, so nothing can be said of the release.',
  since: '0.1.0',
  severity: 'warning',
  set: 'recommended',
  fix: 'none',
  maps: ['MAST-3.3'],
  messages: {
    absent: 'No results are at `{path}`, so this gate says nothing. Run the trials, or correct the path.',
    unreadable: '`{name}` cannot be read as results: {problem}',
    few: 'pass^{k} takes {k} trials of each task, and in `{name}` {count} of {tasks} have fewer. Make more trials, or ask for a smaller k.',
    unbounded: '`{name}` has numbers without their trials, so there is no lower bound. Name the results themselves.',
    unstated: '`{name}` does not state pass^{k} of everything. Name the results themselves, or ask for a smaller k.',
    uneven:
      'In `{name}` {count} of {tasks} have fewer than {planned} trials. tau-bench counts the missing ones as failures; here they are left out.',
  },

  check(facts, report) {
    for (const { results, k, lowerBound, at, judged } of facts.gates) {
      const common = { certainty: 'certain' } as const;
      if (judged.length === 0) report({ ...common, message: 'absent', data: { path: results.slice(0, 80) }, at: at.results });
      for (const one of judged) {
        const name = shownResults(one);
        const { tooFew, tasks } = one;
        if (one.problem !== undefined)
          report({
            ...common,
            message: 'unreadable',
            data: { name, problem: one.problem.slice(0, 120) },
            at: at.results,
            because: [{ file: one.file, span: one.span, label: 'here' }],
          });
        else if (tooFew.count > 0)
          report({
            ...common,
            message: 'few',
            data: { k: String(k), name, ...size(tooFew.count, tasks) },
            at: at.k,
            because: named(tooFew.first),
          });
        else if (one.pass === undefined || one.unstated === true)
          report({ ...common, message: 'unstated', data: { name, k: String(k) }, at: at.k });
        else if (lowerBound && one.pass.interval === undefined) report({ ...common, message: 'unbounded', data: { name }, at: at.results });
      }
    }
    for (const one of allJudged(facts)) {
      const [first] = one.fewer.first;
      if (!one.countsMissing || one.tooFew.count > 0 || first === undefined) continue;
      report({
        message: 'uneven',
        data: { name: shownResults(one), ...size(one.fewer.count, one.tasks), planned: String(one.planned) },
        at: first,
        certainty: 'certain',
        because: named(one.fewer.first),
      });
    }
  },
});

function size(count: number, tasks: number) {
  return { count: String(count), tasks: counted(tasks, 'task') };
}

function named(tasks: readonly ShortTask[]): readonly Evidence[] {
  return tasks.map(({ file, span, task, trials }) => ({ file, span, label: `task \`${task}\` has ${counted(trials, 'trial')}` }));
}

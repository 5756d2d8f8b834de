import { allJudged, defineReleaseRule, shownResults } from '../../../kit/index.js';
import type { WrongNumber } from '../../../kit/index.js';

export default defineReleaseRule({
  id: 'reliability/inconsistent-results',
  summary: 'Results contradict themselves, so that one of the numbers is wrong.',
  since: '0.1.0',
  severity: 'error',
  set: 'recommended',
  fix: 'none',
  maps: ['MAST-3.3'],
  messages: {
    outside: 'pass^{k} of `{domain}` is {value}, and lies between 0 and {other}. Take the numbers from the results themselves.',
    beyond: 'pass^{k} of `{domain}` is given, and there were {other} trials of each task. Take the numbers from the results themselves.',
    mixed:
      'pass^{k} of `{domain}` is {value} beside {other} for k = {j}: one is a part of 1, the other a percentage. Write all as percentages.',
    rising:
      'pass^{k} of `{domain}` is {value}, above {other} for k = {j}: it never rises with k. Perhaps it is pass@k, or from another run.',
    low: 'pass^{k} of `{domain}` is {value}, and at least {other} with this pass^1 and so many trials. Take the numbers from the results themselves.',
    scale: 'The numbers of `{domain}` are at most 1, where percentages belong. Multiply them by 100 if they are parts of 1.',
    unlikely:
      'pass^{k} of `{domain}` is {value}, below pass^1 to the power of {k} ({other}), which real results hardly are. Compare with the results.',
    twice: 'Trial {trial} of task `{task}` stands twice in `{name}`, once as a success and once not. The worse one counts.',
  },

  check(facts, report) {
    for (const one of allJudged(facts)) {
      for (const number of one.wrong) {
        const certainty = number.certain ? 'certain' : 'probable';
        report({ ...said(number), at: number, certainty, severity: number.certain ? 'error' : 'information' });
      }
      for (const { task, trial, file, span } of one.contradicting) {
        report({ message: 'twice', data: { task, trial, name: shownResults(one) }, at: { file, span }, certainty: 'certain' });
      }
    }
  },
});

function said({ kind, k, domain, value, other, otherK }: WrongNumber) {
  const data = { k: String(k), domain, value, other, j: String(otherK) };
  return { message: kind === 'too low' ? 'low' : kind, data } as const;
}

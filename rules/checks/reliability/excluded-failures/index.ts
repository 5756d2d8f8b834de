import { allJudged, counted, defineReleaseRule, shownResults } from '../../../kit/index.js';
import type { JudgedResults } from '../../../kit/index.js';

/** Of this part of all trials, it makes a difference what they are counted as. */
const enough = 0.05;

export default defineReleaseRule({
  id: 'reliability/excluded-failures',
  summary: 'Many trials were left out of the results, and may have been failures.',
  since: '0.1.0',
  severity: 'warning',
  set: 'recommended',
  fix: 'none',
  maps: ['MAST-3.3'],
  messages: {
    open: '{left} of {all} in `{name}` {parts}. pass^{k} is {value} without them, and {strict} if they failed. Run them again.',
    unjudged: '{left} of {all} in `{name}` {parts}. They count as failures in pass^{k} = {value}. Judge them, or run them again.',
    unknown: '{left} of {all} in `{name}` {parts}. Run them again: nobody knows whether they failed.',
  },

  check(facts, report) {
    for (const one of allJudged(facts)) {
      const { notRun, missing, noReward, planned } = one.left;
      const left = notRun + missing + noReward;
      if (planned === 0 || left <= planned * enough) continue;
      report({ ...said(one, left), at: one, certainty: 'certain' });
    }
  },
});

function said(one: JudgedResults, left: number) {
  const { notRun, missing, noReward, planned } = one.left;
  const parts = [
    ...(notRun > 0 ? [`never ran (${notRun})`] : []),
    ...(missing > 0 ? [`are missing (${missing})`] : []),
    ...(noReward > 0 ? [`have no reward (${noReward})`] : []),
  ].join(', ');
  const data = { left: String(left), all: counted(planned, 'trial'), name: shownResults(one), parts };
  if (one.pass === undefined) return { message: 'unknown', data } as const;
  const { value, strict } = one.pass;
  const pass = { ...data, k: String(one.k), value };
  return strict === undefined ? ({ message: 'unjudged', data: pass } as const) : ({ message: 'open', data: { ...pass, strict } } as const);
}

import { counted, defineReleaseRule, shownResults } from '../../../kit/index.js';
import type { JudgedResults, ReleaseGate } from '../../../kit/index.js';

export default defineReleaseRule({
  id: 'reliability/pass-k-below-threshold',
  summary: 'Results of trials do not reach what the configuration asks of a release.',
  since: '0.1.0',
  severity: 'error',
  set: 'recommended',
  fix: 'none',
  maps: ['MAST-3.2'],
  messages: {
    below: 'pass^{k} of `{name}` is {value}, below {min} (95 % interval {low} to {high}, {size}). Do not release what these trials tried.',
    uncertain:
      'pass^{k} of `{name}` may be {low}, below {min} (it is {value}, 95 % interval up to {high}, {size}). Try more tasks, or improve.',
    stated: 'pass^{k} of `{name}` is stated as {value}, below {min}. Do not release what this describes.',
  },

  check({ gates }, report) {
    for (const gate of gates) {
      for (const judged of gate.judged) {
        if (judged.passed !== false || judged.pass === undefined) continue;
        report({
          ...said(gate, judged),
          at: gate.at.min,
          certainty: 'certain',
          because: [{ file: judged.file, span: judged.span, label: `pass^${gate.k} is ${judged.pass.value}` }],
        });
      }
    }
  },
});

function said({ k, min, lowerBound }: ReleaseGate, judged: JudgedResults) {
  const { value = '', interval } = judged.pass ?? {};
  const common = { k: String(k), name: shownResults(judged), value, min: String(min) };
  if (interval === undefined) return { message: 'stated', data: common } as const;
  const size = `${counted(judged.tasks, 'task')}, ${counted(judged.planned, 'trial')} each`;
  const uncertain = lowerBound && Number(value) >= min;
  return { message: uncertain ? 'uncertain' : 'below', data: { ...common, ...interval, size } } as const;
}

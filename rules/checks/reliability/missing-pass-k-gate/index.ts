import { defineReleaseRule, shownResults } from '../../../kit/index.js';
import type { Edit, JudgedResults, ReleaseFacts } from '../../../kit/index.js';

export default defineReleaseRule({
  id: 'reliability/missing-pass-k-gate',
  summary: 'A project measures how reliable its agents are, and nothing asks for a result.',
  since: '0.1.0',
  severity: 'information',
  set: 'strict',
  fix: 'choice',
  maps: ['MAST-3.2'],
  messages: {
    none: '`{name}` holds trials of agents, and no gate asks what they come to: pass^{k} is {value}. Add `passK` to `detent.config.json`.',
    untold: '`{name}` holds results of agents, and no gate asks what they come to. Add `passK` to `detent.config.json`.',
    add: 'Ask for pass^{k} ≥ {min} in `detent.config.json`, which holds today',
  },

  check(facts, report) {
    const { gates, ungated, agents, gatedElsewhere } = facts;
    const [first, ...others] = ungated;
    // A server of tools alone has nothing to release by trials.
    if (gates.length > 0 || gatedElsewhere || agents.length === 0 || first === undefined) return;
    const { pass, k } = first;
    const name = shownResults(first);
    report({
      ...(pass === undefined || k === 0
        ? ({ message: 'untold', data: { name } } as const)
        : ({ message: 'none', data: { name, k: String(k), value: pass.value } } as const)),
      at: first,
      certainty: 'certain',
      because: [
        ...agents.slice(0, 3).map(({ file, span, api }) => ({ file, span, label: `an agent: \`${api}\`` })),
        ...others.map(({ file, span }) => ({ file, span, label: 'more results' })),
      ],
      fixes: gateFixes(first, facts),
    });
  },
});

/** A gate that the results pass as they are: what is worth more is for people to decide. */
function gateFixes({ path, pass, k }: JudgedResults, { config: { file, root } }: ReleaseFacts) {
  if (path === undefined || pass === undefined || k < 2 || root?.entries.some(({ key }) => key === 'passK') === true) return [];
  const min = (Math.floor(Number(pass.value) * 100) / 100).toFixed(2);
  const gate = { results: path, k, min: { code: min } };
  const edit: Edit =
    root === undefined
      ? { kind: 'append-line', file, text: `{ "passK": [{ "results": ${JSON.stringify(path)}, "k": ${k}, "min": ${min} }] }` }
      : { kind: 'property', object: root, key: 'passK', value: [gate] };
  return [{ message: 'add', data: { k: String(k), min }, grade: 'choice', edits: [edit] } as const];
}

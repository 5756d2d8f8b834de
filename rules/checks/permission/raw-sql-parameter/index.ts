import { chain, defineRule, exposedTo, gateFixes, gateMessages, listed, seenFrom } from '../../../kit/index.js';
import type { Exposed } from '../../../kit/index.js';

export default defineRule({
  id: 'permission/raw-sql-parameter',
  summary: 'SQL text of the model, or SQL that its text is put into, is run.',
  since: '0.1.0',
  severity: 'error',
  set: 'recommended',
  fix: 'exact',
  maps: ['MAST-1.2', 'OWASP-Agentic-2026-ASI02', 'OWASP-Agentic-2026-ASI05', 'OWASP-LLM-2026-LLM03', 'CWE-89', 'CWE-250'],
  messages: {
    part: '`{tool}` puts {parameter} into SQL text, so a quote in it changes the statement and reads or drops any row. Bind it as a parameter.',
    whole:
      '`{tool}` runs any SQL in {parameter}, so text that misleads the model can read or drop every table. Use a read-only connection, or ask a human.',
    held: '`{tool}` lets {parameter} reach SQL text, and only this stands in between: {check}. Bind it, or use a read-only connection.',
    ...gateMessages,
  },

  check(tool, report) {
    const all = exposedTo(tool, ['sql']).flatMap(inReads);
    const [first] = all.sort((a, b) => Number(a.held !== undefined) - Number(b.held !== undefined));
    if (first === undefined) return;
    const { effect, reach, held, certainty } = first;
    const alike = all.filter((one) => one.reach.whole === reach.whole && (one.held === undefined) === (held === undefined));
    const data = { tool: tool.name.value, parameter: listed(alike) };
    const common = { data, at: seenFrom(tool, effect), about: effect, because: chain(effect, held), certainty };
    if (held !== undefined)
      return report({ ...common, data: { ...data, check: held.label }, message: 'held', severity: 'information', set: 'strict' });
    const lowered = tool.inTests ? ('hint' as const) : undefined;
    if (reach.whole) report({ ...common, message: 'whole', severity: lowered ?? 'warning', fixes: gateFixes(tool) });
    else report({ ...common, message: 'part', severity: lowered ?? 'error' });
  },
});

/** What a session that only reads is given says nothing; a statement around a statement (`EXPLAIN`, `SELECT … FROM (…)`) is got out of. */
function inReads(one: Exposed): readonly Exposed[] {
  const { effect, reach, held } = one;
  // Drivers run one statement, and this one only chooses where the next ones look.
  if (!reach.whole && /^USE\b/.test(effect.detail ?? ''))
    return [
      {
        ...one,
        held: held ?? { file: effect.file, span: effect.span, label: 'the statement only chooses a database' },
        certainty: 'possible',
      },
    ];
  if (!reach.whole || effect.class !== 'read') return [one];
  if (effect.detail === 'SQL text of the caller') return [];
  const around = { file: effect.file, span: effect.span, label: 'the statement around it only reads' };
  return [{ ...one, held: held ?? around, certainty: 'possible' }];
}

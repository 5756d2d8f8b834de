import { chain, defineRule, exposedTo, gateFixes, gateMessages, listed } from '../../../kit/index.js';

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
    // Text of the model that was not run as something open-ended is read by a session that only reads.
    const all = exposedTo(tool, ['sql']).filter(({ reach, effect }) => !reach.whole || effect.class !== 'read');
    const [first] = all;
    if (first === undefined) return;
    const { effect, reach, held, certainty } = first;
    const alike = all.filter((one) => one.reach.whole === reach.whole && (one.held === undefined) === (held === undefined));
    const data = { tool: tool.name.value, parameter: listed(alike) };
    const common = { data, at: effect.via[0] ?? effect, about: effect, because: chain(effect, held), certainty };
    if (held !== undefined)
      return report({ ...common, data: { ...data, check: held.label }, message: 'held', severity: 'information', set: 'strict' });
    const lowered = tool.inTests ? ('hint' as const) : undefined;
    if (reach.whole) report({ ...common, message: 'whole', severity: lowered ?? 'warning', fixes: gateFixes(tool) });
    else report({ ...common, message: 'part', severity: lowered ?? 'error' });
  },
});

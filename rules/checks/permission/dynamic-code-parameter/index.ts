import { chain, defineRule, exposedTo, gateFixes, gateMessages, listed, seenFrom } from '../../../kit/index.js';

export default defineRule({
  id: 'permission/dynamic-code-parameter',
  summary: 'Text of the model runs as code of the program itself.',
  since: '0.1.0',
  severity: 'error',
  set: 'recommended',
  fix: 'exact',
  maps: ['MAST-1.2', 'OWASP-Agentic-2026-ASI05', 'OWASP-MCP-2025-MCP05', 'CWE-94', 'CWE-95', 'CWE-502'],
  messages: {
    runs: '`{tool}` runs {parameter} as code of this program, so text that misleads the model gets its files and keys. Run it in a sandbox, or ask a human.',
    held: '`{tool}` runs {parameter} as code, and only this stands in between: {check}. Run it in a sandbox.',
    ...gateMessages,
  },

  check(tool, report) {
    const all = exposedTo(tool, ['code']);
    const [first] = all;
    if (first === undefined) return;
    const { effect, held, certainty } = first;
    const alike = all.filter((one) => (one.held === undefined) === (held === undefined));
    const data = { tool: tool.name.value, parameter: listed(alike) };
    const common = { data, at: seenFrom(tool, effect), about: effect, because: chain(effect, held), certainty };
    if (held !== undefined)
      report({ ...common, data: { ...data, check: held.label }, message: 'held', severity: 'information', set: 'strict' });
    else report({ ...common, message: 'runs', severity: tool.inTests ? 'hint' : 'error', fixes: gateFixes(tool) });
  },
});

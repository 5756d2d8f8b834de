import { chain, defineRule, exposedTo, gateFixes, gateMessages, listed, quoteFixes, quoteMessages, seenFrom } from '../../../kit/index.js';

export default defineRule({
  id: 'permission/shell-command-parameter',
  summary: 'Text of the model reaches a shell.',
  since: '0.1.0',
  severity: 'error',
  set: 'recommended',
  fix: 'exact',
  maps: ['MAST-1.2', 'OWASP-Agentic-2026-ASI05', 'OWASP-MCP-2025-MCP05', 'CWE-78', 'CWE-77'],
  messages: {
    part: '`{tool}` puts {parameter} into a shell command, so `; rm -rf ~` in it runs on your machine. Pass arguments as a list, without a shell.',
    whole:
      '`{tool}` runs any command in {parameter}, so text that misleads the model runs on your machine. Allow a few commands, or ask a human.',
    program:
      '`{tool}` starts any program named in {parameter}, so text that misleads the model picks what runs. Allow a few programs, or ask a human.',
    held: '`{tool}` lets {parameter} reach a shell, and only this stands in between: {check}. Allow whole commands, or pass arguments as a list.',
    ...gateMessages,
    ...quoteMessages,
  },

  check(tool, report) {
    const all = exposedTo(tool, ['shell', 'program']);
    const [first] = all;
    if (first === undefined) return;
    const { effect, reach, held, certainty } = first;
    const alike = all.filter((one) => one.reach.whole === reach.whole && (one.held === undefined) === (held === undefined));
    const data = { tool: tool.name.value, parameter: listed(alike) };
    const common = { data, at: seenFrom(tool, effect), about: effect, because: chain(effect, held), certainty };
    if (held !== undefined)
      return report({ ...common, data: { ...data, check: held.label }, message: 'held', severity: 'information', set: 'strict' });
    const lowered = tool.inTests ? ('hint' as const) : undefined;
    const fixes = [...quoteFixes(tool, data.parameter), ...gateFixes(tool)];
    if (reach.whole) report({ ...common, message: reach.kind === 'shell' ? 'whole' : 'program', severity: lowered ?? 'warning', fixes });
    else report({ ...common, message: 'part', severity: lowered ?? 'error', fixes });
  },
});

import { agentName, defineAgentRule, limitFixes, limitMessages } from '../../../kit/index.js';

export default defineAgentRule({
  id: 'reliability/unbounded-loop',
  summary: 'Nothing ends the steps of an agent but the model itself.',
  since: '0.1.0',
  severity: 'error',
  set: 'recommended',
  fix: 'choice',
  maps: [
    'MAST-1.5',
    'MAST-1.3',
    'OWASP-Agentic-2026-ASI08',
    'OWASP-LLM-2025-LLM10',
    'OWASP-LLM-2026-LLM06',
    'CWE-834',
    'CWE-835',
    'CWE-400',
  ],
  messages: {
    endless: '`{agent}` goes on until the model stops by itself: `{limit}` says that there is no limit. Set a number of steps.',
    uncounted: '`{agent}` stops when the model calls a tool, which it may never do: `{limit}` counts no steps. Add a number of steps.',
    many: '`{agent}` may take {steps} steps, which ends nothing in practice. Set `{limit}` to what a run needs.',
    missing: '`{agent}` goes on until the model stops by itself: without `{limit}`, its framework ends nothing. Set it.',
    loop: 'Only the answer of the model ends this loop, and each turn runs tools. Count the turns, and stop after so many.',
    ...limitMessages,
  },

  check(agent, report) {
    const { limit, limitOpen, inTests, tools, open, callee } = agent;
    if (limit === undefined || inTests) return;
    const { name, place, value } = limit;
    const data = { agent: agentName(agent), limit: name };
    const because = [{ ...callee, label: 'the agent' }];
    const fixes = limitFixes(agent);
    if (place === undefined) {
      // Without a tool there is nothing to go on with.
      if (value !== null || limitOpen === true || (tools.length === 0 && !open)) return;
      return report({ message: 'missing', data, at: callee, certainty: 'certain', severity: 'warning', set: 'strict', fixes });
    }
    if (limit.uncounted === true)
      return report({ message: 'uncounted', data, at: place, because, certainty: 'certain', severity: 'warning', fixes });
    if (value === null) return report({ message: 'endless', data, at: place, because, certainty: 'certain', fixes });
    if (limit.many === true) {
      const said = { ...data, steps: String(value) };
      report({ message: 'many', data: said, at: place, because, certainty: 'certain', severity: 'warning', fixes });
    }
  },

  loop({ file, span, asks, inTests }, report) {
    if (!inTests) report({ message: 'loop', data: {}, at: { file, span }, because: [asks], certainty: 'probable', severity: 'warning' });
  },
});

import { agentName, defineAgentRule } from '../../../kit/index.js';

export default defineAgentRule({
  id: 'resumption/missing-thread-id',
  summary: 'Runs are kept under a name, and a run is started without one.',
  since: '0.1.0',
  severity: 'error',
  set: 'recommended',
  fix: 'none',
  maps: ['MAST-2.1', 'OWASP-Agentic-2026-ASI08', 'CWE-664'],
  messages: {
    missing: '`{agent}` keeps its runs by `{thread}`, and this run says none: it fails. Pass an id that the caller knows again.',
  },

  check(agent, report) {
    const { keeping, runs, inTests } = agent;
    if (inTests || keeping?.place === undefined || keeping.lasts === undefined || keeping.lasts === 'none') return;
    for (const { thread, callee } of runs) {
      if (thread === undefined || thread.given) continue;
      report({
        message: 'missing',
        data: { agent: agentName(agent), thread: thread.name },
        at: callee,
        because: [{ ...keeping.place, label: `keeps its runs: \`${keeping.api ?? keeping.name}\`` }],
        certainty: 'certain',
      });
    }
  },
});

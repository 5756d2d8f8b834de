import { agentName, defineAgentRule } from '../../../kit/index.js';

export default defineAgentRule({
  id: 'resumption/ephemeral-checkpointer',
  summary: 'A server keeps the runs of an agent in its own memory.',
  since: '0.1.0',
  severity: 'warning',
  set: 'recommended',
  fix: 'none',
  maps: ['MAST-1.4', 'MAST-2.1', 'OWASP-Agentic-2026-ASI08', 'CWE-664'],
  messages: {
    lost: '`{agent}` keeps its runs in the memory of a server (`{store}`): they are gone when it restarts, and no second one has them.',
  },

  check(agent, report) {
    const { keeping, serves, platform, inTests } = agent;
    if (inTests || keeping?.lasts !== 'process' || keeping.place === undefined || serves === undefined || platform !== undefined) return;
    report({
      message: 'lost',
      data: { agent: agentName(agent), store: keeping.api ?? keeping.name },
      at: keeping.place,
      because: [serves],
      certainty: 'probable',
    });
  },
});

import { agentName, defineAgentRule } from '../../../kit/index.js';

export default defineAgentRule({
  id: 'resumption/interrupt-without-checkpointer',
  summary: 'A run waits for a human, and nothing keeps it until the answer comes.',
  since: '0.1.0',
  severity: 'error',
  set: 'recommended',
  fix: 'none',
  maps: ['MAST-1.4', 'OWASP-Agentic-2026-ASI08', 'CWE-664'],
  messages: {
    lost: '`{agent}` waits for a human, and has no `{keeps}`: when the answer comes, nobody can go on where it stopped.',
  },

  check(agent, report) {
    const { keeping, pauses, inside, platform, inTests, callee } = agent;
    if (
      inTests ||
      keeping?.lasts !== 'none' ||
      keeping.resumes !== true ||
      pauses.length === 0 ||
      inside !== undefined ||
      platform !== undefined
    )
      return;
    report({
      message: 'lost',
      data: { agent: agentName(agent), keeps: keeping.name },
      at: callee,
      because: pauses.slice(0, 5),
      certainty: 'certain',
    });
  },
});

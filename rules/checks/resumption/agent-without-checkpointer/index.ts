import { agentName, defineAgentRule, mostSteps, namesOfTools, unsafeTools } from '../../../kit/index.js';

/** A run of so many steps is begun anew without much harm. */
const few = 5;

export default defineAgentRule({
  id: 'resumption/agent-without-checkpointer',
  summary: 'An agent takes many steps with tools that cannot be repeated, and nothing keeps how far it has come.',
  since: '0.1.0',
  severity: 'warning',
  set: 'strict',
  fix: 'none',
  maps: ['MAST-1.4', 'OWASP-Agentic-2026-ASI08', 'CWE-664'],
  messages: {
    lost: '`{agent}` has no `{keeps}`: a run that breaks off begins anew, and does again what {tools} did. Keep its runs.',
  },

  check(agent, report) {
    const { keeping, inside, platform, engine, inTests, callee } = agent;
    const steps = mostSteps(agent);
    if (inTests || keeping?.lasts !== 'none' || steps === undefined || steps <= few) return;
    if (inside !== undefined || platform !== undefined || engine !== undefined) return;
    const unsafe = unsafeTools(agent.tools);
    if (unsafe.length === 0) return;
    report({
      message: 'lost',
      data: { agent: agentName(agent), keeps: keeping.name, tools: namesOfTools(unsafe) },
      at: callee,
      because: unsafe.slice(0, 5).map((tool) => ({ ...tool.name, label: 'does its work again when it is repeated' })),
      certainty: 'probable',
    });
  },
});

import { agentName, defineAgentRule, limitFixes, limitMessages, mostSteps } from '../../../kit/index.js';

/** A default from here on ends nothing in practice. */
const huge = 500;

export default defineAgentRule({
  id: 'reliability/implicit-step-budget',
  summary: 'An agent relies on its framework to end it, which does so after hundreds of steps or more.',
  since: '0.1.0',
  severity: 'information',
  set: 'strict',
  fix: 'choice',
  maps: ['MAST-1.5', 'OWASP-Agentic-2026-ASI08', 'CWE-834', 'CWE-1188'],
  messages: {
    implicit: '`{agent}` says no limit of steps, and its framework ends it after {steps}. Say with `{limit}` what a run needs.',
    ...limitMessages,
  },

  check(agent, report) {
    const { limit, inTests, tools, open, inside, callee } = agent;
    const steps = mostSteps(agent);
    if (limit === undefined || limit.place !== undefined || steps === undefined || !Number.isFinite(steps) || steps < huge) return;
    // What runs inside of another agent has the limit of that.
    if (inTests || inside !== undefined || (tools.length === 0 && !open)) return;
    report({
      message: 'implicit',
      data: { agent: agentName(agent), steps: String(steps), limit: limit.name },
      at: callee,
      certainty: 'certain',
      fixes: limitFixes(agent),
    });
  },
});

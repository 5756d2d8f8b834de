import { agentName, defineAgentRule, namesOfTools, unaskedTools } from '../../../kit/index.js';

/** Steps that nobody looks after. */
const some = 50;
const many = 200;

export default defineAgentRule({
  id: 'reliability/excessive-step-budget',
  summary: 'An agent may take very many steps with tools that destroy or act outside, and no human sees any of them.',
  since: '0.1.0',
  severity: 'information',
  set: 'strict',
  fix: 'none',
  maps: ['MAST-1.5', 'OWASP-Agentic-2026-ASI08', 'OWASP-LLM-2026-LLM06', 'CWE-834'],
  messages: {
    excessive: '`{agent}` may take {steps} steps, and {tools} asks no human in any of them. Lower `{limit}`, or let it ask.',
  },

  check(agent, report) {
    const { limit, tools, inTests } = agent;
    const { value, place, name } = limit ?? {};
    if (inTests || place === undefined || name === undefined || typeof value !== 'number' || value <= some || limit?.many === true) return;
    const unasked = unaskedTools(tools);
    if (unasked.length === 0) return;
    report({
      message: 'excessive',
      data: { agent: agentName(agent), steps: String(value), tools: namesOfTools(unasked), limit: name },
      at: place,
      because: unasked.slice(0, 5).map((tool) => ({ ...tool.name, label: `${tool.inferred.tier}, and asks nobody` })),
      certainty: 'certain',
      ...(value > many ? { severity: 'warning' } : {}),
    });
  },
});

import { accusing, agentName, changes, defineAgentRule, namesOfTools } from '../../../kit/index.js';

export default defineAgentRule({
  id: 'verification/agent-output-unvalidated',
  summary: 'An agent changes things, and nothing holds what it answers against anything.',
  since: '0.1.0',
  severity: 'information',
  set: 'opt-in',
  fix: 'none',
  maps: ['MAST-3.2', 'OWASP-Agentic-2026-ASI09', 'CWE-754'],
  messages: {
    unchecked: '`{agent}` may change things by {tools}, and nothing checks its answer. State a type or a guardrail for it.',
  },

  check(agent, report) {
    const { unchecked, inTests, inside, tools, callee } = agent;
    if (unchecked !== true || inTests || inside !== undefined) return;
    const writing = tools.filter(({ effects }) => effects.known.some((effect) => changes(effect) && accusing(effect) === 'certain'));
    if (writing.length === 0) return;
    report({
      message: 'unchecked',
      data: { agent: agentName(agent), tools: namesOfTools(writing) },
      at: callee,
      because: writing.slice(0, 3).map(({ name }) => ({ file: name.file, span: name.span, label: `\`${name.value}\` changes something` })),
      certainty: 'probable',
    });
  },
});

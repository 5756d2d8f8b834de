import { accusing, chain, defineRule, exposedTo, gateFixes, gateMessages, needsApproval, weaker, worst } from '../../../kit/index.js';
import type { Effect, Tool } from '../../../kit/index.js';

export default defineRule({
  id: 'permission/subagent-approval-gap',
  summary: 'An approval that is asked for reaches no human, or another tool of the same agent goes around it.',
  since: '0.1.0',
  severity: 'warning',
  set: 'strict',
  fix: 'exact',
  maps: ['MAST-2.4', 'OWASP-Agentic-2026-ASI03', 'OWASP-Agentic-2026-ASI07', 'CWE-862', 'CWE-654'],
  messages: {
    unheard:
      '`{tool}` waits for a human, but its agent runs inside of `{outer}`, and no question gets out of there. Ask where `{outer}` is called.',
    around:
      '`{tool}` runs what the model writes and asks nobody, so the agent does with it what `{asked}` asks a human for. Let it ask, too.',
    ...gateMessages,
  },

  check(tool, report) {
    const data = { tool: tool.name.value };
    const severity = tool.inTests ? 'hint' : 'warning';
    for (const agent of tool.agents ?? []) {
      const { within, asked } = agent;
      if (within !== undefined) {
        const because = [
          { ...agent, label: 'the agent that runs it' },
          { ...within, label: 'the tool around it' },
        ];
        const said = { ...data, outer: within.value };
        return report({ message: 'unheard', data: said, at: tool.name, about: within, because, certainty: 'probable', severity });
      }
      const effect = asked === undefined || tool.gate.kind === 'conditional' ? undefined : dispatches(tool);
      if (asked === undefined || effect === undefined) continue;
      return report({
        message: 'around',
        data: { ...data, asked: asked.value },
        at: tool.name,
        about: asked,
        because: [...chain(effect), { ...asked, label: 'the tool that asks' }],
        certainty: weaker(accusing(effect), 'probable'),
        severity,
        fixes: gateFixes(tool),
      });
    }
  },
});

/** What stands for any tool: a command, code, or a request to any address. */
function dispatches(tool: Tool): Effect | undefined {
  const anywhere = new Set(exposedTo(tool, ['url'], isOpen).flatMap(({ held, effect }) => (held === undefined ? [effect] : [])));
  return worst(tool.effects.known.filter((effect) => isOpen(effect) && (effect.resource === 'process' || anywhere.has(effect))));
}

function isOpen(effect: Effect): boolean {
  return effect.class === 'exec' && effect.callerControlled && effect.restrictedBy === undefined && needsApproval(effect);
}

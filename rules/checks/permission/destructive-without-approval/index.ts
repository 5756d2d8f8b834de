import { accusing, chain, defineRule, gateFixes, gateMessages, named, needsApproval, weaker, worst } from '../../../kit/index.js';
import type { Effect } from '../../../kit/index.js';

export default defineRule({
  id: 'permission/destructive-without-approval',
  summary: 'An agent may run a destructive or privileged tool without asking anybody.',
  since: '0.1.0',
  severity: 'warning',
  set: 'recommended',
  fix: 'exact',
  maps: ['MAST-2.2', 'OWASP-Agentic-2026-ASI02', 'OWASP-Agentic-2026-ASI09', 'OWASP-LLM-2025-LLM06', 'CWE-862', 'CWE-306'],
  messages: {
    ungated: 'The agent may call `{tool}` on its own, and it reaches {effect}, {harm}. Let a human approve the call.',
    unattached: '`{tool}` reaches {effect}, {harm}, and asks for no approval. Let a human approve the call.',
    elicit: '`{tool}` reaches {effect}, {harm}, and relies on the host alone to ask. Ask the user in the handler too.',
    ...gateMessages,
  },

  check(tool, report) {
    if (tool.gate.kind === 'always' || tool.gate.kind === 'conditional') return;
    // The program that runs the agent asks, or decides for the user.
    if (tool.gate.kind === 'host' && !tool.hosted) return;
    const effect = worst(tool.effects.known.filter(needsApproval));
    if (effect === undefined) return;
    const data = { tool: tool.name.value, effect: named(effect), harm: harm(effect) };
    const common = { data, at: tool.name, about: effect, certainty: accusing(effect) };

    // A server's tools may have a host that is an agent of the workspace.
    if (tool.hosted && tool.agent === undefined) {
      // The host asks by the hints, so a false hint is the problem, and it has a rule of its own.
      if (tool.hints.readOnly?.value === true || tool.hints.destructive?.value === false) return;
      return report({
        ...common,
        message: 'elicit',
        because: chain(effect),
        severity: tool.inTests ? 'hint' : 'information',
        set: 'strict',
      });
    }
    const severity = tool.inTests ? 'hint' : 'warning';
    const fixes = gateFixes(tool);
    if (tool.agent === undefined) {
      const certainty = weaker(common.certainty, 'probable');
      report({ ...common, certainty, message: 'unattached', because: chain(effect), severity, set: 'strict', fixes });
    } else {
      const because = [...chain(effect), tool.agent];
      report({ ...common, message: 'ungated', because, severity, set: effect.certainty === 'certain' ? 'recommended' : 'strict', fixes });
    }
  },
});

function harm(effect: Effect): string {
  if (effect.class === 'exec') return 'which runs what the model writes';
  if (effect.class === 'destroy') return effect.bounded ? 'which destroys data' : 'which destroys everything there';
  return effect.resource === 'money' ? 'which moves money' : 'which cannot be taken back';
}

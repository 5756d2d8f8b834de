import { accusing, askFixes, askMessages, chain, changes, defineRule, gateFixes, gateMessages, isApproved } from '../../../kit/index.js';
import { keyFixes, keyMessages, lacksKey, named, needsApproval, once, repeats, worst } from '../../../kit/index.js';
import type { Certainty, Requirement, Tool } from '../../../kit/index.js';

export default defineRule({
  id: 'permission/missing-control',
  summary: "A tool lacks what the workspace's policy asks of its tier.",
  since: '0.1.0',
  severity: 'error',
  set: 'recommended',
  fix: 'exact',
  maps: ['MAST-1.2', 'OWASP-Agentic-2026-ASI02', 'OWASP-Agentic-2026-ASI09', 'OWASP-LLM-2025-LLM06', 'CWE-862', 'CWE-285'],
  messages: {
    approval: 'The policy asks for approval of `{tier}` tools, and nobody is asked before `{tool}` reaches {effect}. Require approval.',
    gate_only: 'The policy asks for approval of `{tier}` tools, and nobody is asked before `{tool}` runs. Require approval.',
    key: 'The policy asks for an idempotency key in `{tier}` tools, and {effect} in `{tool}` has none: a retried call {repeats}. Pass one.',
    unkeyed:
      'The policy asks for an idempotency key in `{tier}` tools, and {effect} takes none: a retried `{tool}` {repeats}. Look for the first one.',
    ...gateMessages,
    ...keyMessages,
    ...askMessages,
  },

  check(tool, report) {
    if (tool.inTests) return;
    for (const asked of tool.requires ?? []) {
      const data = { tool: tool.name.value, tier: asked.tier };
      if (asked.control === 'idempotency-key') {
        for (const effect of once(tool.effects.known.filter(lacksKey))) {
          const message = effect.keySlot === undefined ? ('unkeyed' as const) : ('key' as const);
          report({
            message,
            data: { ...data, effect: named(effect), repeats: repeats(effect) },
            at: effect.keySlot === undefined ? (effect.via[0] ?? effect) : effect,
            about: effect,
            because: chain(effect, asked.because),
            certainty: accusing(effect),
            fixes: [...keyFixes(effect, tool), ...askFixes(effect, tool)],
          });
        }
      } else if (!isApproved(tool)) {
        const unasked = tool.effects.known.filter((one) => changes(one) && one.approvedBy === undefined);
        const effect = worst(unasked.filter(needsApproval)) ?? worst(unasked);
        const common = { at: tool.name, fixes: gateFixes(tool) };
        if (effect === undefined) report({ ...common, message: 'gate_only', data, because: line(asked), certainty: stated(tool) });
        else
          report({
            ...common,
            message: 'approval',
            about: effect,
            data: { ...data, effect: named(effect) },
            because: [...line(asked), ...chain(effect)],
            certainty: tool.tier === undefined ? accusing(effect) : 'certain',
          });
      }
    }
  },
});

function line({ because }: Requirement) {
  return because === undefined ? [] : [because];
}

function stated({ tier }: Tool): Certainty {
  return tier === undefined ? 'probable' : 'certain';
}

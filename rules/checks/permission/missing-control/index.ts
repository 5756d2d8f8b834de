import { accusing, askFixes, askMessages, chain, defineRule, gateFixes, gateMessages, isApproved, toApprove } from '../../../kit/index.js';
import { guardFixes, guardMessages, keyFixes, keyMessages, lacksKey, named, once, repeats } from '../../../kit/index.js';
import { timeoutFixes, timeoutMessages, type Certainty, type Effect, type Requirement, type Tool } from '../../../kit/index.js';

export default defineRule({
  id: 'permission/missing-control',
  summary: "A tool lacks what the workspace's policy asks of its tier.",
  since: '0.1.0',
  severity: 'error',
  set: 'recommended',
  fix: 'exact',
  maps: ['MAST-1.2', 'OWASP-Agentic-2026-ASI02', 'OWASP-Agentic-2026-ASI09', 'OWASP-LLM-2025-LLM06', 'CWE-862', 'CWE-285', 'CWE-1088'],
  messages: {
    approval: 'The policy asks for approval of `{tier}` tools, and nobody is asked before `{tool}` reaches {effect}. Require approval.',
    gate_only: 'The policy asks for approval of `{tier}` tools, and nobody is asked before `{tool}` runs. Require approval.',
    key: 'The policy asks for an idempotency key in `{tier}` tools, and {effect} in `{tool}` has none: a retried call {repeats}. Pass one.',
    unkeyed:
      'The policy asks for an idempotency key in `{tier}` tools, and {effect} takes none: a retried `{tool}` {repeats}. Look for the first one.',
    endless: 'The policy asks for a timeout in `{tier}` tools, and {effect} in `{tool}` may wait for ever. Pass `{option}`.',
    unguarded: 'The policy asks where `{tier}` tools run, and `{tool}` reaches {effect} in every environment. Refuse where it may not.',
    unguarded_only: 'The policy asks where `{tier}` tools run, and `{tool}` runs in every environment. Refuse where it may not.',
    ...gateMessages,
    ...keyMessages,
    ...askMessages,
    ...timeoutMessages,
    ...guardMessages,
  },

  check(tool, report) {
    if (tool.inTests) return;
    for (const asked of tool.requires ?? []) {
      const data = { tool: tool.name.value, tier: asked.tier };
      const told = (effect: Effect) => ({ data: { ...data, effect: named(effect) }, because: [...line(asked), ...chain(effect)] });
      if (asked.control === 'idempotency-key') {
        for (const effect of once(tool.effects.known.filter(lacksKey))) {
          const message = effect.keySlot === undefined ? ('unkeyed' as const) : ('key' as const);
          const at = effect.keySlot === undefined ? (effect.via[0] ?? effect) : effect;
          const fixes = [...keyFixes(effect, tool), ...askFixes(effect, tool)];
          const shown = { data: { ...data, effect: named(effect), repeats: repeats(effect) }, because: chain(effect, asked.because) };
          report({ message, ...shown, at, about: effect, certainty: accusing(effect), fixes });
        }
      } else if (asked.control === 'timeout') {
        for (const effect of once(tool.effects.known.filter(({ endless }) => endless !== undefined))) {
          const { data: said, because } = told(effect);
          const shown = { data: { ...said, option: effect.endless!.shown }, because };
          const certainty = effect.sometimes === true ? 'possible' : effect.certainty;
          report({ message: 'endless', ...shown, at: effect, certainty, fixes: timeoutFixes(effect) });
        }
      } else if (asked.control === 'environment-guard') {
        if (tool.unguarded === undefined) continue;
        const { effect, guard } = tool.unguarded;
        const common = { at: tool.name, fixes: guardFixes(guard) };
        if (effect !== undefined) report({ ...common, message: 'unguarded', ...told(effect), certainty: sureness(tool, effect) });
        else report({ ...common, message: 'unguarded_only', data, because: line(asked), certainty: sureness(tool) });
      } else if (!isApproved(tool)) {
        const effect = toApprove(tool);
        const common = { at: tool.name, fixes: gateFixes(tool) };
        if (effect === undefined) report({ ...common, message: 'gate_only', data, because: line(asked), certainty: sureness(tool) });
        else report({ ...common, message: 'approval', about: effect, ...told(effect), certainty: sureness(tool, effect) });
      }
    }
  },
});

function line({ because }: Requirement) {
  return because === undefined ? [] : [because];
}

function sureness({ tier }: Tool, effect?: Effect): Certainty {
  return tier !== undefined ? 'certain' : effect === undefined ? 'probable' : accusing(effect);
}

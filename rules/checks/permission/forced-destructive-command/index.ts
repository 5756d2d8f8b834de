import {
  chain,
  changes,
  defineRule,
  gateFixes,
  gateMessages,
  isOffByDefault,
  once,
  scriptPlaces,
  seenFrom,
  supposing,
} from '../../../kit/index.js';
import type { Effect, Tool } from '../../../kit/index.js';

export default defineRule({
  id: 'permission/forced-destructive-command',
  summary: 'A command runs with its own question switched off.',
  since: '0.1.0',
  severity: 'error',
  set: 'recommended',
  fix: 'exact',
  maps: ['MAST-1.1', 'OWASP-Agentic-2026-ASI02', 'OWASP-Agentic-2026-ASI05', 'CWE-862', 'CWE-1188'],
  messages: {
    forced:
      '`{tool}` runs `{command}`, which asks nobody before it destroys or replaces what is there. Drop the option, or ask a human first.',
    supposed: '{mode}, `{tool}` runs `{command}`, which asks nobody before it destroys or replaces what is there. Ask a human first.',
    script:
      '`{command}` in {where} asks nobody before it destroys or replaces what is there, whoever starts it. Drop the option, or guard the target.',
    allowed: 'The agent may run `{command}` without a question, and the command itself asks nobody either. Take it off the list.',
    ...gateMessages,
  },

  around({ commands }, report) {
    for (const { file, span, shown, destroys, where, spared, inTests } of commands) {
      if (inTests) continue;
      const common = { at: { file, span }, certainty: spared === undefined ? ('probable' as const) : ('possible' as const) };
      const lowered = spared !== undefined || (!destroys && where !== 'permission');
      const said = {
        ...common,
        severity: lowered ? ('information' as const) : ('warning' as const),
        ...(lowered ? { set: 'strict' as const } : {}),
      };
      if (where === 'permission') report({ ...said, message: 'allowed', data: { command: shown } });
      else report({ ...said, message: 'script', data: { command: shown, where: scriptPlaces[where] } });
    }
  },

  check(tool, report) {
    for (const effect of once(tool.effects.known.filter((one) => one.forced !== undefined && changes(one)))) {
      const data = { tool: tool.name.value, command: effect.forced ?? '' };
      const isAsked = tool.gate.kind === 'always' || tool.gate.kind === 'conditional' || effect.approvedBy !== undefined;
      const common = {
        at: seenFrom(tool, effect),
        about: effect,
        because: chain(effect),
        certainty: effect.certainty,
        fixes: isAsked ? [] : gateFixes(tool),
        ...(isAsked || isChosen(tool, effect) ? { set: 'strict' as const } : {}),
      };
      const mode = supposing(effect);
      const lowered = tool.inTests ? ('hint' as const) : isAsked || isChosen(tool, effect) ? ('information' as const) : undefined;
      if (mode !== undefined) report({ ...common, message: 'supposed', data: { ...data, mode }, severity: lowered ?? 'warning' });
      else report({ ...common, message: 'forced', data, severity: lowered ?? (effect.class === 'destroy' ? 'error' : 'warning') });
    }
  },
});

/** The model has to ask for it by a flag that is there for it. */
function isChosen(tool: Tool, effect: Effect): boolean {
  const beside = tool.effects.known.some(
    (other) => other.span.start === effect.span.start && other.forced === undefined && other !== effect,
  );
  return (
    isOffByDefault(effect, tool) || (beside && tool.inputs.some(({ name, optional }) => optional && /force|hard|yes|approve/i.test(name)))
  );
}

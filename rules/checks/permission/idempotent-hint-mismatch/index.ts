import {
  accusing,
  chain,
  contradictsIdempotent,
  defineRule,
  hintField,
  hintFixes,
  hintMessages,
  named,
  overstated,
  repeats,
  supposing,
  worst,
} from '../../../kit/index.js';

export default defineRule({
  id: 'permission/idempotent-hint-mismatch',
  summary: 'A tool says that repeating it changes nothing, and each call adds something.',
  since: '0.1.0',
  severity: 'error',
  set: 'recommended',
  fix: 'auto',
  maps: ['MAST-2.6', 'OWASP-Agentic-2026-ASI02', 'OWASP-Agentic-2026-ASI09', 'CWE-863', 'CWE-837'],
  messages: {
    contradicted: '`{tool}` says `{hint}: true` but {effect} {repeats} when a host repeats the call. Set the hint to `false`.',
    supposed:
      '{mode}, `{tool}` reaches {effect}, which {repeats} when a host repeats the call, yet says `{hint}: true`. Set the hint to `false`.',
    overstated:
      '`{tool}` says `{hint}: false`, but a second call changes nothing more, so no host dares to repeat it. Set the hint to `true`.',
    ...hintMessages,
  },

  check(tool, report) {
    const hint = tool.hints.idempotent;
    // The hint means nothing on a tool that only reads; if the tool writes after all, that has a rule of its own.
    if (hint === undefined || tool.hints.readOnly?.value === true) return;

    const cautious = tool.inferred.readOnly === false ? overstated(tool, 'idempotent') : undefined;
    if (cautious !== undefined) report(cautious);
    if (!hint.value) return;

    const adds = tool.effects.known.filter(contradictsIdempotent);
    const unkeyed = adds.filter((effect) => effect.key.level !== 'K3');
    const effect = worst(unkeyed.length > 0 ? unkeyed : adds);
    if (effect === undefined) return;

    const mode = supposing(effect);
    const data = { tool: tool.name.value, hint: hintField(tool, 'idempotent'), effect: named(effect), repeats: repeats(effect) };
    const common = {
      at: hint,
      because: chain(effect, effect.key.because),
      certainty: accusing(effect),
      severity: effect.key.level === 'K3' ? ('warning' as const) : ('error' as const),
      fixes: hintFixes(tool, 'idempotent', hint),
    };
    if (mode === undefined) report({ ...common, message: 'contradicted', data });
    else report({ ...common, message: 'supposed', data: { ...data, mode } });
  },
});

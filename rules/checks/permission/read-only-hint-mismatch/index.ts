import {
  accusing,
  chain,
  changes,
  claimsIdempotent,
  defineRule,
  flippedAlong,
  hintField,
  hintFixes,
  hintMessages,
  isOffByDefault,
  named,
  overstated,
  ownsHint,
  supposing,
  worst,
} from '../../../kit/index.js';
import type { AlongHint, Place, Tool } from '../../../kit/index.js';

export default defineRule({
  id: 'permission/read-only-hint-mismatch',
  summary: 'A tool says that it only reads, and its handler writes.',
  since: '0.1.0',
  severity: 'error',
  set: 'recommended',
  fix: 'auto',
  maps: ['MAST-2.6', 'OWASP-Agentic-2026-ASI02', 'OWASP-Agentic-2026-ASI09', 'OWASP-MCP-2025-MCP03', 'CWE-863'],
  messages: {
    contradicted: '`{tool}` says `{hint}: true` but reaches {effect}, so a host may run it without asking. Set the hint to `false`.',
    supposed:
      '{mode}, `{tool}` reaches {effect} although it says `{hint}: true`, so a host may run it without asking. Set the hint to `false`.',
    unless: '`{tool}` says `{hint}: true`, which holds only until `{mode}` is set: then it reaches {effect}. Set the hint to `false`.',
    worded: '`{tool}` says that it is `{word}` but reaches {effect}, so it may be run without asking. Say what it does.',
    observer: '`{tool}` is declared as tier `observe` but reaches {effect}, so nobody is asked before it. Declare the tier it needs.',
    overstated:
      '`{tool}` says `{hint}: false`, but nothing it reaches changes anything, so people are asked without need. Set the hint to `true`.',
    ...hintMessages,
  },

  check(tool, report) {
    const { destructive } = tool.hints;
    const cautious = overstated(tool, 'readOnly', destructive?.value === true ? [flippedAlong('destructive', destructive)] : []);
    if (cautious !== undefined) report(cautious);
    const writes = tool.effects.known.filter(changes);
    const effect = worst(writes);
    if (effect === undefined) return;
    const common = { because: chain(effect), certainty: accusing(effect) };
    const data = { tool: tool.name.value, effect: named(effect), hint: hintField(tool, 'readOnly') };
    const hint = tool.hints.readOnly;

    if (hint?.said !== undefined) {
      report({ ...common, message: 'worded', data: { ...data, word: hint.said }, at: hint });
    } else if (hint?.value === true) {
      const flag = writes.every((write) => isOffByDefault(write, tool)) ? effect.mode?.parameter : undefined;
      const mode = supposing(effect);
      const fixes = hintFixes(tool, 'readOnly', hint, neighbors(tool, hint));
      if (flag !== undefined) report({ ...common, message: 'unless', data: { ...data, mode: flag }, at: hint, severity: 'warning', fixes });
      else if (mode !== undefined) report({ ...common, message: 'supposed', data: { ...data, mode }, at: hint, fixes });
      else report({ ...common, message: 'contradicted', data, at: hint, fixes });
    } else if (hint === undefined && tool.tier?.value === 'observe') {
      report({ ...common, message: 'observer', data, at: tool.tier });
    }
  },
});

/** The hints beside it begin to matter once the tool is known to write. */
function neighbors(tool: Tool, hint: Place): readonly AlongHint[] {
  const { destructive, idempotent } = tool.hints;
  const along: AlongHint[] = [];
  if (tool.effects.known.some((effect) => changes(effect) && effect.class === 'destroy' && !effect.reversible)) {
    const object = ownsHint(tool, hint) ? tool.hintSlot?.object : undefined;
    if (destructive?.value === false) along.push(flippedAlong('destructive', destructive));
    if (destructive === undefined && object) {
      const edit = { kind: 'property', object, key: hintField(tool, 'destructive'), value: true } as const;
      along.push({ name: 'destructive', value: true, edit });
    }
  }
  if (idempotent !== undefined && claimsIdempotent(tool)) along.push(flippedAlong('idempotent', idempotent));
  return along;
}

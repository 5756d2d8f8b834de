import {
  accusing,
  chain,
  changes,
  comesBack,
  defineRule,
  hintField,
  hintFixes,
  hintMessages,
  named,
  overstated,
  supposing,
  worst,
} from '../../../kit/index.js';
import type { Certainty, Effect, RuleSet, Tool } from '../../../kit/index.js';

export default defineRule({
  id: 'permission/destructive-hint-mismatch',
  summary: 'A tool says that it destroys nothing, and its handler deletes.',
  since: '0.1.0',
  severity: 'error',
  set: 'recommended',
  fix: 'auto',
  maps: ['MAST-2.6', 'OWASP-Agentic-2026-ASI02', 'OWASP-Agentic-2026-ASI09', 'CWE-863'],
  messages: {
    contradicted: '`{tool}` says `{hint}: false` but reaches {effect}, so a host may skip the warning. Set the hint to `true`.',
    supposed: '{mode}, `{tool}` reaches {effect} although it says `{hint}: false`, so a host may skip the warning. Set the hint to `true`.',
    openEnded: '`{tool}` says `{hint}: false` but {effect} runs what the caller gives it, which may destroy. Set the hint to `true`.',
    irrevocable: '`{tool}` says `{hint}: false`, but what {effect} sends cannot be taken back. Set the hint to `true`.',
    overwriting: '`{tool}` says `{hint}: false` but {effect} replaces what a file held before. Set the hint to `true`.',
    overstated: '`{tool}` says `{hint}: true`, but all it does is add, so people are warned for nothing. Set the hint to `false`.',
    ...hintMessages,
  },

  check(tool, report) {
    const hint = tool.hints.destructive;
    // The hint means nothing on a tool that only reads; if the tool writes after all, that has a rule of its own.
    if (hint === undefined || tool.hints.readOnly?.value === true) return;

    const cautious = tool.inferred.readOnly === false ? overstated(tool, 'destructive') : undefined;
    if (cautious !== undefined) report(cautious);
    if (hint.value) return;

    for (const { message, set, certainty, applies } of kinds) {
      const effect = worst(tool.effects.known.filter((known) => changes(known) && applies(known, tool)));
      if (effect === undefined) continue;
      const data = { tool: tool.name.value, hint: hintField(tool, 'destructive'), effect: named(effect) };
      const common = { set, at: hint, because: chain(effect), certainty: certainty ?? accusing(effect) };
      const mode = message === 'contradicted' ? supposing(effect) : undefined;
      const fixes = hintFixes(tool, 'destructive', hint);
      if (mode === undefined) report({ ...common, message, data, fixes });
      else report({ ...common, message: 'supposed', data: { ...data, mode }, fixes });
      if (set === undefined) return;
    }
  },
});

/** From what everybody calls destructive to what only some do. */
const kinds: readonly {
  readonly message: 'contradicted' | 'openEnded' | 'irrevocable' | 'overwriting';
  readonly set?: RuleSet;
  readonly certainty?: Certainty;
  readonly applies: (effect: Effect, tool: Tool) => boolean;
}[] = [
  { message: 'contradicted', applies: (effect, tool) => destroys(effect) && !comesBack(effect, tool) },
  { message: 'openEnded', set: 'strict', applies: (effect) => effect.class === 'exec' && effect.callerControlled },
  { message: 'irrevocable', set: 'profile:chatgpt-apps', applies: (effect) => effect.class === 'external' },
  { message: 'contradicted', set: 'strict', certainty: 'possible', applies: (effect, tool) => destroys(effect) && comesBack(effect, tool) },
  { message: 'overwriting', set: 'strict', certainty: 'possible', applies: overwritesFiles },
];

function destroys(effect: Effect): boolean {
  return effect.class === 'destroy' && effect.resource !== 'memory';
}

function overwritesFiles(effect: Effect): boolean {
  return effect.class === 'write.set' && effect.resource === 'filesystem' && !effect.ensures && !effect.exclusive;
}

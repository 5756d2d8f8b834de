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

    const changing = tool.effects.known.filter(changes);
    if (hint.value) {
      const isHarmless = tool.inferred.readOnly === false && !changing.some((effect) => kinds.some(({ applies }) => applies(effect, tool)));
      const cautious = isHarmless ? overstated(tool, 'destructive') : undefined;
      return cautious === undefined ? undefined : report(cautious);
    }

    for (const { message, set, certainty, applies } of kinds) {
      const effect = worst(changing.filter((known) => applies(known, tool)));
      if (effect === undefined) continue;
      const data = { tool: tool.name.value, hint: hintField(tool, 'destructive'), effect: named(effect) };
      const fixes = hintFixes(tool, 'destructive', hint);
      const common = { set, at: hint, because: chain(effect), certainty: certainty ?? accusing(effect), fixes };
      const mode = message === 'contradicted' ? supposing(effect) : undefined;
      report(mode === undefined ? { ...common, message, data } : { ...common, message: 'supposed', data: { ...data, mode } });
      if (set === undefined) return;
    }
  },
});

/** From what everybody calls destructive to what only some do; none of it makes the hint overstated. */
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

function destroys({ class: kind, resource }: Effect): boolean {
  return kind === 'destroy' && resource !== 'memory';
}

function overwritesFiles({ class: kind, resource, ensures, exclusive }: Effect): boolean {
  return kind === 'write.set' && resource === 'filesystem' && !ensures && !exclusive;
}

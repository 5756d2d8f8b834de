import { accusing, chain, declarations, declareMessages, declaresTier, defineRule } from '../../../kit/index.js';
import { hintNames, named, provedHints, strictHints, tierFor, tiers } from '../../../kit/index.js';
import type { Tier, Tool } from '../../../kit/index.js';

export default defineRule({
  id: 'permission/missing-tier',
  summary: 'A tool with side effects states no permission tier.',
  since: '0.1.0',
  severity: 'warning',
  set: 'recommended',
  fix: 'auto',
  maps: ['MAST-1.2', 'OWASP-Agentic-2026-ASI02', 'OWASP-Agentic-2026-ASI03', 'OWASP-LLM-2025-LLM06', 'CWE-862', 'CWE-285'],
  messages: {
    undeclared: '`{tool}` reaches {effect} and states no permission tier, so nobody knows to ask first. Declare it: it needs {tier}.',
    reader: '`{tool}` only reads and states no permission tier, so it is treated as if it could write. Declare it: `observe` is enough.',
    asked:
      '`{tool}` asks somebody before it reaches {effect}, and states no permission tier, so its host takes it for a reader. Declare it: it needs {tier}.',
    untold: '`{tool}` states no permission tier, and not all of its calls could be resolved to tell which one it needs. Declare one.',
    unread: '`{tool}` says `@tier {word}`, which is no tier here, so nobody goes by it. Write one of {tiers}, or add it to `tierNames`.',
    many: '{count} tools of this file change something and state no permission tier, so nobody knows to ask first. Declare one for each.',
    ...declareMessages,
    tag: 'Declare tier `{tier}` in a comment',
  },
  folded: { above: 20, message: 'many' },

  check(tool, report) {
    const { tierUnread: unread } = tool;
    if (unread !== undefined) {
      const data = { tool: tool.name.value, word: unread.value.slice(0, 30), tiers: tiers.map((tier) => `\`${tier}\``).join(', ') };
      return report({ message: 'unread', data, at: unread, certainty: 'certain' });
    }
    if (declaresTier(tool) || tool.hintsOpen === true || tool.tierOpen === true) return;
    const { tier, because } = tierFor(tool.effects.known);
    const free = tool.effects.known.filter(({ approvedBy }) => approvedBy === undefined);
    // What a run keeps in mind ends with it: nobody has to be asked first.
    const lasting = tierFor(free.filter(({ resource }) => resource !== 'memory')).because;
    const unasked = lasting ?? tierFor(free).because;
    const effect = unasked ?? because;
    const common = { at: tool.name, about: tool.definition, fixes: fixesOf(tool, tier) };
    const name = tool.name.value;

    if (effect === undefined) {
      const message = tool.effects.complete ? 'reader' : 'untold';
      report({ ...common, message, data: { tool: name }, certainty: 'certain', severity: 'information', set: 'strict' });
    } else {
      const severity = tool.inTests ? ('hint' as const) : ('warning' as const);
      // What could not be resolved may need more.
      const needed = tool.effects.complete || tier === 'privileged' ? `\`${tier}\`` : `at least \`${tier}\``;
      const data = { tool: name, effect: named(effect), tier: needed };
      const told = { ...common, data, because: chain(effect), certainty: accusing(effect), severity };
      if (unasked === undefined) report({ ...told, message: 'asked', set: 'strict' });
      else report({ ...told, message: 'undeclared', ...(lasting === undefined ? { set: 'strict' as const } : {}) });
    }
  },
});

/** Hints where the framework has them, else a comment, which changes nothing at run time. */
function fixesOf(tool: Tool, tier: Tier) {
  const strict = strictHints(tool, hintNames);
  const proved = provedHints(tool, hintNames);
  const saysTier = strict.readOnly !== undefined || strict.destructive !== undefined;
  const isMore = proved !== undefined && hintNames.some((name) => proved[name] !== strict[name]);
  const hints = declarations(tool, [
    ...(saysTier ? [{ values: strict, grade: 'auto' as const }] : []),
    ...(isMore ? [{ values: proved, grade: 'choice' as const }] : []),
  ]);
  // A comment would make it something else than JSON.
  return hints.length > 0 || tool.language === 'json' || tool.pragmaPlace.file.endsWith('.json') ? hints : tags(tool, tier);
}

/** Calls that were not resolved may need more than the known ones, so every tier from there on is offered. */
function tags(tool: Tool, needed: Tier) {
  const { complete } = tool.effects;
  return (complete ? [needed] : tiers.slice(tiers.indexOf(needed))).map((tier) => ({
    message: 'tag' as const,
    data: { tier },
    grade: complete && tier !== 'observe' ? ('auto' as const) : ('choice' as const),
    edits: [{ kind: 'line-above' as const, at: tool.pragmaPlace, text: `@tier ${tier}`, comment: true }],
  }));
}

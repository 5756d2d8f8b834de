import {
  accusing,
  chain,
  defineRule,
  isUnsafeToRepeat,
  keyFixes,
  keyMessages,
  named,
  once,
  PlaceSet,
  repeats,
  weaker,
  type Effect,
  type Tool,
} from '../../../kit/index.js';

export default defineRule({
  id: 'idempotency/non-idempotent-durable-step',
  summary: 'A step of a durable workflow, which is run at least once, does its work again each time.',
  since: '0.1.0',
  severity: 'warning',
  set: 'recommended',
  fix: 'choice',
  maps: ['MAST-1.3', 'OWASP-Agentic-2026-ASI08', 'CWE-837'],
  messages: {
    keyed:
      'When the step of `{tool}` fails or is cut off after {effect}, the engine runs it again: it {repeats}. Pass a key that stays the same.',
    keyless:
      'When the step of `{tool}` fails or is cut off after {effect}, the engine runs it again: it {repeats}. Look first, or keep what was done.',
    ...keyMessages,
  },

  check(tool, report) {
    if (tool.inTests) return;
    for (const effect of rerun(tool.effects.known)) report(said(effect, tool));
  },

  around({ workflows }, report) {
    // What many workflows do by way of one function is told of the first.
    const told = new PlaceSet();
    for (const workflow of workflows) {
      if (workflow.inTests) continue;
      for (const effect of rerun(workflow.effects.known)) if (told.takes(effect)) report(said(effect, workflow));
    }
  },
});

/** What is done again with the step that it is part of. */
function rerun(effects: readonly Effect[]): readonly Effect[] {
  return once(effects.filter((effect) => effect.retriedBy?.step === true && isUnsafeToRepeat(effect)));
}

function said(effect: Effect, of: Pick<Tool, 'name' | 'language'>) {
  return {
    message: effect.keySlot === undefined ? ('keyless' as const) : ('keyed' as const),
    data: { tool: of.name.value, effect: named(effect), repeats: repeats(effect) },
    at: effect,
    because: chain(effect, effect.retriedBy),
    certainty: weaker(accusing(effect), effect.retriedBy!.certainty),
    // Whoever takes a job out of a queue copes with a second one, or is told of it where that work is done; whether a table takes a row
    // twice is said by its unique columns.
    ...(effect.resource === 'queue' || effect.resource === 'database' ? { set: 'strict' as const } : {}),
    fixes: keyFixes(effect, of),
  };
}

import { accusing, chain, changes, defineRule, looksFirst, named, once, repeats, weaker } from '../../../kit/index.js';
import type { Effect } from '../../../kit/index.js';

export default defineRule({
  id: 'idempotency/claim-after-effect',
  summary: 'What was done is noted only afterwards, so that it is done again when the note is not made.',
  since: '0.1.0',
  severity: 'warning',
  set: 'strict',
  fix: 'none',
  maps: ['MAST-1.3', 'OWASP-Agentic-2026-ASI08', 'CWE-837', 'CWE-367'],
  messages: {
    late: '`{tool}` notes only after {effect} that it is done: when it stops in between, or is called twice at once, it {repeats}. Note it first, or pass a key.',
  },

  check(tool, report) {
    if (tool.inTests) return;
    const { known } = tool.effects;
    for (const effect of once(known.filter(isGuardedByLook))) {
      const note = noteAfter(effect, known);
      if (note === undefined) continue;
      report({
        message: 'late',
        data: { tool: tool.name.value, effect: named(effect), repeats: repeats(effect) },
        at: effect,
        because: [...chain(effect, effect.idempotentBy), { file: note.file, span: note.span, label: 'the note' }],
        certainty: weaker('probable', accusing(effect)),
      });
    }
  },
});

/** It cannot be taken back, and only a look stands before it. */
function isGuardedByLook(effect: Effect): boolean {
  const adds = effect.class === 'external' || (effect.class === 'write.add' && effect.resource !== 'database');
  const looks = effect.idempotentBy?.label === looksFirst || (effect.idempotentBy === undefined && effect.missing !== undefined);
  return adds && looks && changes(effect) && (effect.key.level === 'none' || effect.key.level === 'K1');
}

/** A write to the store that was asked, behind the effect and none before it. */
function noteAfter(effect: Effect, known: readonly Effect[]): Effect | undefined {
  const at = known.indexOf(effect);
  const looks = known.slice(0, at).filter((one) => one.class === 'read' && stores.has(one.resource));
  const isNote = (one: Effect): boolean => {
    const table = /^(?:INSERT INTO|UPDATE|REPLACE INTO) (\S+)$/.exec(one.detail ?? '')?.[1];
    if (table !== undefined) return effect.missing?.includes(table) === true;
    return effect.idempotentBy !== undefined && one.class.startsWith('write') && looks.some((look) => isSameStore(look, one));
  };
  return known.slice(0, at).some(isNote) ? undefined : known.slice(at + 1).find(isNote);
}

const stores: ReadonlySet<string> = new Set(['cache', 'database']);

/** The same client of a store of keys and values. */
function isSameStore(look: Effect, note: Effect): boolean {
  return look.detail === undefined && note.detail === undefined && look.api.split(/[#.]/, 1)[0] === note.api.split(/[#.]/, 1)[0];
}

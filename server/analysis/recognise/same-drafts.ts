/** Drafts of a walk that found what the walk before has found: who remembers something by them need not do it again. */
import type { Draft } from './draft.js';

/** The drafts of now, each as the object of before where it says the same. */
export function asBefore(now: readonly Draft[], before: readonly Draft[]): readonly Draft[] {
  if (before.length === 0) return now;
  const known = new Map<object, Draft[]>();
  for (const draft of before) {
    const list = known.get(placeOf(draft));
    if (list === undefined) known.set(placeOf(draft), [draft]);
    else list.push(draft);
  }
  return now.map((draft) => known.get(placeOf(draft))?.find((other) => isSame(draft, other)) ?? draft);
}

/** What two drafts that say the same have in common: where they stand. */
function placeOf(draft: Draft): object {
  return 'call' in draft ? draft.call : 'instance' in draft ? draft.instance : draft.env;
}

function isSame(a: Draft, b: Draft): boolean {
  if (a === b) return true;
  const [one, other] = [a, b] as unknown as readonly [Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>];
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => isEqual(one[key], other[key]));
}

/** Values that are made again of the same parts are the same objects. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => item === b[i]);
}

/** The four hints and the tier that follow from what a tool does, by the protocol's own definitions (DESIGN, "What the surfaces promise"). */
import { changes, type Certainty, type Effect, type EffectClass, type Inferred, type Tier, type Tool } from '../../../rules/kit/index.js';
import { verbClass, withoutVendor } from './verbs.js';

/** What is deployed takes the place of what ran before. */
const deploying = /[.#: ]_?deploy[A-Za-z]{0,40}$/;

/** Something that exists may be removed, overwritten or changed. */
export function destroys(effect: Effect): boolean {
  if (effect.class === 'destroy' || effect.class === 'exec' || deploying.test(effect.api)) return true;
  // What a key or a click does is up to the page.
  if (effect.class === 'external' && effect.resource === 'browser') return true;
  if (effect.relative) return effect.resource !== 'memory' || effect.class === 'write.set';
  return effect.class === 'write.set' && !effect.ensures;
}

/** Doing it again does more. */
export function repeats(effect: Effect): boolean {
  if (effect.refusedBy !== undefined) return false;
  if (effect.class === 'exec') return true;
  if (effect.idempotentBy !== undefined || effect.ensures || effect.exclusive) return false;
  if (effect.relative) return true;
  return (effect.class === 'write.add' || effect.class === 'external') && effect.key.level !== 'K4';
}

/** Hints of the worst that may happen; `null` where that could not be told. `name` gives a guess when nothing else does. */
export function infer(name: string, effects: Tool['effects'], runsHere: boolean, guessing = true): Inferred {
  const known = effects.known.filter((effect) => changes(effect) && effect.certainty !== 'possible');
  // A call whose name says what it does is not resolved, but stands for itself.
  const told = runsHere && effects.unresolved.every((item) => item.named === true);
  const writes = known.length > 0;
  const guess = guessing && !writes && !told ? verbClass(lastWord(name)) : undefined;
  if (guess !== undefined) return guessed(guess, name, effects);
  const answer = (bad: boolean, good: boolean): boolean | null => (bad ? true : good ? false : null);
  const repeated = known.some(repeats);
  return {
    readOnly: writes ? false : told ? true : null,
    destructive: answer(known.some(destroys), told),
    idempotent: repeated ? false : told ? true : null,
    openWorld: answer(
      effects.known.some((effect) => effect.openWorld),
      effects.complete && !known.some((effect) => effect.class === 'exec'),
    ),
    tier: writes ? tierOf(known) : told ? 'observe' : null,
    complete: effects.complete,
    certainty: certaintyOf(writes ? known : effects.known, effects.complete),
  };
}

function lastWord(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('.')) + 1);
}

function guessed(verb: EffectClass, name: string, effects: Tool['effects']): Inferred {
  const read = verb === 'read';
  return {
    readOnly: read,
    destructive:
      !read && (verb === 'destroy' || verb === 'write.set' || verb === 'exec' || /^deploy(?:$|[_-]|[A-Z])/.test(withoutVendor(name))),
    idempotent: read || verb === 'destroy' || verb === 'write.set',
    openWorld: effects.known.some((effect) => effect.openWorld) ? true : null,
    tier: tierOfClass(verb),
    complete: false,
    certainty: 'possible',
  };
}

function certaintyOf(effects: readonly Effect[], complete: boolean): Certainty {
  if (effects.length === 0) return complete ? 'certain' : 'probable';
  return effects.some((effect) => effect.certainty === 'certain') ? 'certain' : 'probable';
}

function tierOf(known: readonly Effect[]): Tier {
  const found = known.map((effect) => (effect.class === 'destroy' && effect.reversible ? 'write' : tierOfClass(effect.class)));
  return found.includes('privileged') ? 'privileged' : found.includes('destructive') ? 'destructive' : 'write';
}

/** The tier of the mildest tool that does this. */
export function tierOfClass(effect: EffectClass): Tier {
  switch (effect) {
    case 'read':
      return 'observe';
    case 'write.set':
    case 'write.add':
      return 'write';
    case 'destroy':
      return 'destructive';
    case 'external':
    case 'exec':
      return 'privileged';
  }
}

/** What only some of the classes do that may stand for the receiver of a call: the program was seen to make none of them for it. */
import { changes, type Effect } from '../../../rules/kit/index.js';
import type { Callee } from './invoke.js';
import type { TracedEffect } from './traced.js';

/** What a walk has found so far. */
interface Found {
  readonly effects: TracedEffect[];
  readonly unresolved: readonly unknown[];
}

interface Part {
  readonly from: number;
  readonly to: number;
  readonly deeds: ReadonlySet<Deed>;
}

/** What a change amounts to; one that is more counts as the lesser ones, too. */
type Deed = 'keeps' | 'writes' | 'destroys' | 'acts' | 'runs';
const all: ReadonlySet<Deed> = new Set(['keeps', 'writes', 'destroys', 'acts', 'runs']);

/**
 * Goes through what a call may call, and marks what others of them do not do: as much is done whichever of them it is, or nobody is
 * accused of it. `isUnderWay`: a class that hands on to another one of its kind, and is met again there, tells nothing.
 */
export function eachOf(
  callees: readonly Callee[],
  found: Found,
  isUnderWay: (callee: Callee) => boolean,
  run: (callee: Callee) => void,
): void {
  if (callees.length < 2 || !callees.some(standsIn)) return callees.forEach(run);
  const parts: Part[] = [];
  for (const callee of callees) {
    const [from, left, again] = [found.effects.length, found.unresolved.length, isUnderWay(callee)];
    run(callee);
    const to = found.effects.length;
    if (again || callee.value.kind === 'unknown') continue;
    // What could not be told may be anything.
    const isOpen = found.unresolved.length > left;
    parts.push({ from, to, deeds: isOpen ? all : new Set(found.effects.slice(from, to).flatMap(deedsOf)) });
  }
  for (const part of parts) {
    const others = parts.filter((other) => other !== part);
    for (let i = part.from; i < part.to; i++) {
      const effect = found.effects[i]!;
      const [deed] = deedsOf(effect);
      if (deed !== undefined && others.some(({ deeds }) => !deeds.has(deed))) found.effects[i] = { ...effect, sometimes: true };
    }
  }
}

/** A method of another object than the one that was asked for it: of what that one is known by alone. */
function standsIn({ value, receiver }: Callee): boolean {
  if (value.kind !== 'function' || receiver === undefined) return false;
  const { self } = value.env;
  if (self?.kind !== 'instance' || self === receiver || self.args !== undefined) return false;
  return receiver.kind === 'unknown' || (receiver.kind === 'instance' && receiver.args === undefined);
}

/** What an effect is first, and what it is as well. What is sent to a service of others may be more than a note there. */
function deedsOf(effect: Effect): readonly Deed[] {
  if (!changes(effect) || effect.sometimes === true) return [];
  if (effect.resource === 'memory') return ['keeps'];
  if (effect.class === 'exec') return ['runs', 'acts', 'destroys', 'writes', 'keeps'];
  if (effect.class === 'external') return ['acts', 'writes', 'keeps'];
  if (effect.class === 'destroy' && !effect.reversible) return ['destroys', 'writes', 'keeps'];
  return effect.class === 'write.add' && effect.openWorld ? ['writes', 'keeps', 'acts'] : ['writes', 'keeps'];
}

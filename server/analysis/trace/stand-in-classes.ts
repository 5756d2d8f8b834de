/** What only some of the classes do that may stand for the receiver of a call: the program was seen to make none of them for it. */
import { changes, effectClasses, type Effect } from '../../../rules/kit/index.js';
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
  /** The most that it does; more than anything when not all of it could be told. */
  readonly most: number;
}

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
    const [from, open, again] = [found.effects.length, found.unresolved.length, isUnderWay(callee)];
    run(callee);
    const to = found.effects.length;
    if (again || callee.value.kind === 'unknown') continue;
    const most = found.unresolved.length > open ? Infinity : Math.max(0, ...found.effects.slice(from, to).map(weightOf));
    parts.push({ from, to, most });
  }
  for (const part of parts) {
    const least = Math.min(...parts.filter((other) => other !== part).map(({ most }) => most));
    for (let i = part.from; i < part.to; i++) {
      const effect = found.effects[i]!;
      if (weightOf(effect) > least) found.effects[i] = { ...effect, sometimes: true };
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

/** What is kept in memory weighs less than what others see. */
function weightOf(effect: Effect): number {
  if (!changes(effect) || effect.sometimes === true) return 0;
  if (effect.resource === 'memory') return 1;
  return effect.class === 'destroy' && effect.reversible ? 2 : 2 + effectClasses.indexOf(effect.class);
}

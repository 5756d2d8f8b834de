/** Whether anything of what a call answers comes further than the function that calls. */
import type { Effect, Place } from '../../../../rules/kit/index.js';
import { callsOf, isHandedTo, isLogged, seatAt, type Asked } from './steps.js';
import { usesOf } from './uses.js';

/** The call whose answer nobody uses, wherever it was handed on to; `undefined` where somebody does, or where that could not be told. */
export function unreadOf(context: Asked, effect: Effect): Place | undefined {
  let inner;
  for (const place of callsOf(effect)) {
    const seat = seatAt(context, place);
    if (seat === undefined || (inner !== undefined && isHandedTo(seat.call, inner))) return undefined;
    const uses = usesOf(seat).filter(({ to }) => to === undefined || !isLogged(to));
    if (uses.every(({ how }) => how === 'dropped')) return place;
    if (!uses.every(({ how, path }) => how === 'dropped' || (how === 'returned' && path.length === 0))) return undefined;
    if (seat.fn === undefined) return undefined;
    inner = seat.fn;
  }
  return undefined;
}

/** Ways from a function to what is done inside of it, as lists of steps. */

export const none: readonly never[] = [];

/** Puts a step before ways. Many effects share one way, and share the longer one, too: of all that is kept of effects, ways are most. */
export function behind<T>(first: T): (way: readonly T[]) => readonly T[] {
  const known = new Map<readonly T[], readonly T[]>();
  return (way) => {
    let longer = known.get(way);
    if (longer === undefined) known.set(way, (longer = [first].concat(way)));
    return longer;
  };
}

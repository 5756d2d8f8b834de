import type { Result, SkippedFile } from '../analysis/finding.js';
import type { Place } from '../../rules/kit/index.js';

/** One result out of those of several groups of files, in the order of files and places. */
export function merge(results: readonly Result[], skipped: readonly SkippedFile[]): Result {
  const [only, ...more] = results;
  const all = <T>(itemsOf: (result: Result) => readonly T[]): readonly T[] =>
    only !== undefined && more.length === 0 ? itemsOf(only) : results.flatMap(itemsOf);
  return {
    tools: sorted(
      all(({ tools }) => tools),
      (tool) => tool.name,
    ),
    findings: sorted(
      all(({ findings }) => findings),
      (finding) => finding.place,
    ),
    unresolved: sorted(
      results.flatMap(({ unresolved }) => unresolved),
      (place) => place,
    ),
    skipped: distinct([...skipped, ...results.flatMap((result) => result.skipped)]),
    internal: all(({ internal }) => internal),
  };
}

/** Sorting is stable: what stands at one place keeps the order that the analysis gave it. */
function sorted<T>(items: readonly T[], placeOf: (item: T) => Place): readonly T[] {
  const compare = (a: T, b: T): number => {
    const left = placeOf(a);
    const right = placeOf(b);
    return left.file < right.file ? -1 : left.file > right.file ? 1 : left.span.start - right.span.start;
  };
  // Mostly there is one group, whose items are in order.
  return items.every((item, i) => i === 0 || compare(items[i - 1]!, item) <= 0) ? items : items.toSorted(compare);
}

function distinct(skipped: readonly SkippedFile[]): readonly SkippedFile[] {
  const seen = new Map(skipped.map((entry) => [`${entry.file}\n${entry.reason}`, entry]));
  return [...seen.values()].toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

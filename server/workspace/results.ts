import type { Result, SkippedFile } from '../analysis/finding.js';
import type { Place } from '../../rules/kit/index.js';

/** One result out of those of several groups of files, in the order of files and places. */
export function merge(results: readonly Result[], skipped: readonly SkippedFile[]): Result {
  return {
    tools: sorted(
      results.flatMap(({ tools }) => tools),
      (tool) => tool.name,
    ),
    findings: sorted(
      results.flatMap(({ findings }) => findings),
      (finding) => finding.place,
    ),
    unresolved: sorted(
      results.flatMap(({ unresolved }) => unresolved),
      (place) => place,
    ),
    skipped: distinct([...skipped, ...results.flatMap((result) => result.skipped)]),
    internal: results.flatMap(({ internal }) => internal),
  };
}

/** Sorting is stable: what stands at one place keeps the order that the analysis gave it. */
function sorted<T>(items: readonly T[], placeOf: (item: T) => Place): readonly T[] {
  return items.toSorted((a, b) => {
    const [left, right] = [placeOf(a), placeOf(b)];
    return left.file < right.file ? -1 : left.file > right.file ? 1 : left.span.start - right.span.start;
  });
}

function distinct(skipped: readonly SkippedFile[]): readonly SkippedFile[] {
  const seen = new Map(skipped.map((entry) => [`${entry.file}\n${entry.reason}`, entry]));
  return [...seen.values()].toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

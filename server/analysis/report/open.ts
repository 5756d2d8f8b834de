/** What was not looked at, or could not be told, a line each; nothing of it may be taken for clean. */
import type { Place } from '../../../rules/kit/index.js';
import type { Result } from '../finding.js';
import { groupBy } from '../group-by.js';

/** Files that are named for one reason before the rest is only counted. */
const named = 3;

export function openLines(
  { unresolved, skipped, internal }: Pick<Result, 'unresolved' | 'skipped' | 'internal'>,
  label: (place: Place) => string,
  fileName: (file: string) => string,
): readonly string[] {
  return [
    ...internal.map(({ where, message }) => `Internal error in ${where}: ${message}`),
    ...unresolved.map((place) => `${label(place)}: ${place.reason}`),
    ...skippedLines(skipped, fileName).map((line) => `Skipped ${line}`),
  ];
}

/** `a.ts, b.ts, c.ts and 2 others: binary`, for each reason. */
export function skippedLines(skipped: Result['skipped'], fileName: (file: string) => string): readonly string[] {
  return [...groupBy(skipped, ({ reason }) => reason)].map(([reason, all]) => {
    const files = all.map(({ file }) => fileName(file));
    const rest = files.length - named;
    const more = rest > 0 ? ` and ${rest} ${rest === 1 ? 'other' : 'others'}` : '';
    return `${files.slice(0, named).join(', ')}${more}: ${reason}`;
  });
}

/** What was not looked at, or could not be told, a line each; nothing of it may be taken for clean. */
import type { Place } from '../../../rules/kit/index.js';
import type { Result } from '../finding.js';

/** Files that are named for one reason before the rest is only counted. */
const named = 3;

export function openLines(
  { unresolved, skipped, internal }: Pick<Result, 'unresolved' | 'skipped' | 'internal'>,
  label: (place: Place) => string,
  fileName: (file: string) => string,
): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const { file, reason } of skipped) byReason.set(reason, [...(byReason.get(reason) ?? []), fileName(file)]);
  return [
    ...internal.map(({ where, message }) => `Internal error in ${where}: ${message}`),
    ...unresolved.map((place) => `${label(place)}: ${place.reason}`),
    ...[...byReason].map(([reason, files]) => {
      const rest = files.length - named;
      return `Skipped ${files.slice(0, named).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}: ${reason}`;
    }),
  ];
}

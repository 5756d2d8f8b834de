import type { Look } from '../told.js';
import { printable } from '../../analysis/printable.js';
import { count, type Style } from '../style.js';
import type { Places } from '../places.js';

/** Names that are listed for one reason before the rest is only counted. */
const named = 3;

/** What was not looked at or could not be told, after the summary; nothing of it may be taken for clean. */
export function asides({ result, name }: Look, places: Places, style: Style): string[] {
  const unresolved = result.unresolved.map((place) => {
    const where = printable(`${name(place.file)}:${places.label(place, 'line')}`);
    return `${style.yellow('could not tell')}  ${where}  ${printable(place.reason)}`;
  });
  const byReason = new Map<string, string[]>();
  for (const { file, reason } of result.skipped) byReason.set(reason, [...(byReason.get(reason) ?? []), name(file)]);
  const skipped = [...byReason].map(([reason, files]) => {
    const rest = files.length - named;
    const list = `${files.slice(0, named).join(', ')}${rest > 0 ? ` and ${count(rest, 'other')}` : ''}`;
    return `${style.yellow('skipped')}  ${printable(`${list}: ${reason}`)}`;
  });
  return [...unresolved, ...skipped];
}

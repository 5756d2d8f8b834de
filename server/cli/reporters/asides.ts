import type { Look } from '../told.js';
import { printable } from '../../analysis/printable.js';
import { otherKind } from '../../workspace/kinds.js';
import { skippedLines } from '../../analysis/report/open.js';
import type { Style } from '../style.js';
import type { Places } from '../places.js';

const lookedFor =
  'Looked for TypeScript, JavaScript, Python, notebooks, and settings of agents and programs. What is installed, built or ignored by git is looked at only where its path is given.';

/** What was not looked at or could not be told, after the summary; nothing of it may be taken for clean. */
export function asides({ result, name, missing }: Look, places: Places, style: Style): string[] {
  const others = result.skipped.filter(({ reason }) => reason !== otherKind);
  const isEmpty = result.files === 0 && [missing, result.findings, others].every(({ length }) => length === 0);
  const unresolved = result.unresolved.map((place) => {
    const where = printable(`${name(place.file)}:${places.label(place, 'line')}`);
    return `${style.yellow('could not tell')}  ${where}  ${printable(place.reason)}`;
  });
  const skipped = skippedLines(result.skipped, name).map((line) => `${style.yellow('skipped')}  ${printable(line)}`);
  return [...(isEmpty ? [`${style.yellow('nothing to read')}  ${lookedFor}`] : []), ...unresolved, ...skipped];
}

/** Where something stands, as data that is printed says it. */
import type { Place } from '../../../rules/kit/index.js';
import type { Places } from '../places.js';
import type { Look } from '../told.js';

/** The line of a place, and in a notebook the one of its cell. */
export function lineJson(place: Place, places: Places, name: Look['name']): { readonly file: string; readonly line: number } {
  const cell = places.cell(place);
  const { line } = places.at(place.file, place.span.start);
  return { file: name(place.file), line, ...(cell && { cell: { number: cell.number, line: cell.range.start.line } }) };
}

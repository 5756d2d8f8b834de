/** The report of a run as a page. */
import { openLines } from '../../analysis/report/open.js';
import { reportHtml } from '../../analysis/report/report.js';
import { placesOf } from '../places.js';
import type { Look } from '../told.js';

/** @param problems what kept us from checking everything, one line each */
export function lookHtml(look: Look, problems: readonly string[], what: 'findings' | 'tools'): string {
  const places = placesOf(look);
  const { name } = look;
  const { tools, agents = [], findings, files } = look.result;
  const label = (place: Parameters<typeof places.label>[0]): string => `${name(place.file)}:${places.label(place, 'line')}`;
  const open = openLines({ ...look.result, internal: [] }, label, name);
  return reportHtml({
    tools,
    agents,
    ...(what === 'findings' ? { findings } : {}),
    files,
    open: [...problems, ...open],
    label,
    fileName: name,
  });
}

import { formatOf, type Arguments } from '../args.js';
import { exitCodes, type Io } from '../io.js';
import { keptLook } from '../cache/kept-look.js';
import type { Look } from '../told.js';
import { troubles } from '../troubles.js';

/** `detent tools`: the inventory, or with `--trace` how tools of it were followed. */
export async function tools(args: Arguments, io: Io): Promise<number> {
  const format = formatOf(args, ['text', 'json', 'markdown']);
  const asked = args.values.get('trace');
  let found: Look;
  if (asked !== undefined) {
    const [{ look }, { traces }] = await Promise.all([import('../look.js'), import('../trace.js')]);
    const live = await look(args, io);
    traces(asked, live, format === 'json' ? 'json' : 'text', io);
    found = live;
  } else {
    found = await keptLook(args, io);
    if (format === 'json') {
      const { toolsJson } = await import('../reporters/json.js');
      io.out(`${JSON.stringify(toolsJson(found), null, 2)}\n`);
    } else if (format === 'markdown') {
      const [{ toolsMarkdown }, { placesOf }] = await Promise.all([import('../../analysis/tools-markdown.js'), import('../places.js')]);
      const places = placesOf(found);
      io.out(toolsMarkdown(found.result.tools, (place) => `${found.name(place.file)}:${places.label(place, 'line')}`));
    } else {
      const { toolsText } = await import('../reporters/tools-text.js');
      io.out(toolsText(found, io.color));
    }
  }
  const problems = troubles(found);
  for (const problem of problems) io.err(`${problem}\n`);
  return problems.length > 0 ? exitCodes.incomplete : exitCodes.clean;
}

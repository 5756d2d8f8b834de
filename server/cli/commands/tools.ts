import { formatOf, type Arguments } from '../args.js';
import { exitCodes, type Io } from '../io.js';
import { look } from '../look.js';
import { troubles } from '../troubles.js';

/** `detent tools`: the inventory, or with `--trace` how tools of it were followed. */
export async function tools(args: Arguments, io: Io): Promise<number> {
  const format = formatOf(args, ['text', 'json']);
  const found = await look(args, io);
  const asked = args.values.get('trace');
  if (asked !== undefined) {
    const { traces } = await import('../trace.js');
    traces(asked, found, format, io);
  } else if (format === 'json') {
    const { toolsJson } = await import('../reporters/json.js');
    io.out(`${JSON.stringify(toolsJson(found), null, 2)}\n`);
  } else {
    const { toolsText } = await import('../reporters/tools-text.js');
    io.out(toolsText(found, io.color));
  }
  const problems = troubles(found);
  for (const problem of problems) io.err(`${problem}\n`);
  return problems.length > 0 ? exitCodes.incomplete : exitCodes.clean;
}

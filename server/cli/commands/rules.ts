import { knowledge } from '../../../rules/index.js';
import { formatOf, type Arguments } from '../args.js';
import { exitCodes, Refusal, type Io } from '../io.js';
import { styleFor } from '../style.js';

/** `detent rules`: all of them, by group. */
export async function rules(args: Arguments, io: Io): Promise<number> {
  const format = formatOf(args, ['text', 'json']);
  if (args.paths.length > 0) throw new Refusal('`detent rules` takes no paths; `detent explain <rule>` prints one page.');
  const all = knowledge.checks
    .map(({ id, summary, severity, set, fix, since }) => ({ id: id as string, summary, severity, set, fix, since }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (format === 'json') {
    io.out(`${JSON.stringify({ schemaVersion: 1, rules: all }, null, 2)}\n`);
    return exitCodes.clean;
  }
  const style = styleFor(io.color);
  const width = Math.max(0, ...all.map(({ id }) => id.length));
  let group = '';
  for (const { id, summary, severity, set } of all) {
    const own = id.slice(0, id.indexOf('/'));
    if (group !== '' && own !== group) io.out('\n');
    group = own;
    io.out(`${style.bold(id.padEnd(width))}  ${severity.padEnd(11)}  ${set.padEnd(11)}  ${summary}\n`);
  }
  return exitCodes.clean;
}

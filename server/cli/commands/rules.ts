import type { FailureModes, Rule } from '../../../rules/kit/index.js';
import { knowledge } from '../../../rules/index.js';
import { formatOf, type Arguments } from '../args.js';
import { exitCodes, Refusal, type Io } from '../io.js';
import { count, styleFor, wrapped, type Style } from '../style.js';

/** `detent rules`: all of them, by group or by what they guard against. */
export async function rules(args: Arguments, io: Io): Promise<number> {
  const format = formatOf(args, 'rules');
  if (args.paths.length > 0) throw new Refusal('`detent rules` takes no paths; `detent explain <rule>` prints one page.');
  const by = args.values.get('by')?.[0];
  if (by !== undefined && by !== 'mast') throw new Refusal(`Rules are listed by group, or with --by mast, not by "${by}".`);
  if (by !== undefined) io.out(format === 'json' ? json(modesJson(knowledge)) : modesText(knowledge, io));
  else io.out(format === 'json' ? json({ schemaVersion: 1, rules: listed(knowledge.checks) }) : rulesText(knowledge.checks, io));
  return exitCodes.clean;
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function listed(checks: readonly Rule[]) {
  return checks
    .map(({ id, summary, severity, set, fix, since }) => ({ id: id as string, summary, severity, set, fix, since }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function rulesText(checks: readonly Rule[], { color }: Pick<Io, 'color'>): string {
  const style = styleFor(color);
  const all = listed(checks);
  const width = Math.max(0, ...all.map(({ id }) => id.length));
  let group = '';
  return all
    .map(({ id, summary, severity, set }) => {
      const own = id.slice(0, id.indexOf('/'));
      const gap = group !== '' && own !== group ? '\n' : '';
      group = own;
      return `${gap}${style.bold(id.padEnd(width))}  ${severity.padEnd(11)}  ${set.padEnd(11)}  ${summary}\n`;
    })
    .join('');
}

interface Known {
  readonly checks: readonly Rule[];
  readonly mast: FailureModes;
}

/** The rules that name a failure mode, in order. */
function guarding(checks: readonly Rule[], mode: string): readonly string[] {
  return checks.flatMap(({ id, maps }) => (maps.includes(mode) ? [id as string] : [])).sort();
}

function modesJson({ checks, mast }: Known): object {
  const { title, version, reference, modes } = mast;
  return {
    schemaVersion: 1,
    taxonomy: { title, version, reference },
    modes: modes.map(({ id, ...mode }) => ({ ...mode, rules: guarding(checks, id) })),
  };
}

function modesText({ checks, mast }: Known, { color, width }: Pick<Io, 'color' | 'width'>): string {
  const style = styleFor(color);
  const head = `${mast.title}, version ${mast.version} (${mast.reference}): why systems of agents fail, with the share of each way in all failures that were annotated.`;
  return `${wrapped(head, 0, 0, width)}\n\n${mast.modes.map((mode) => modeText(mode, guarding(checks, mode.id), style, width)).join('\n')}`;
}

function modeText(
  { number, name, category, share, seen, unseen }: FailureModes['modes'][number],
  rules: readonly string[],
  style: Style,
  width: number | undefined,
): string {
  const line = (label: string, text: string): string => `  ${style.dim(label.padEnd(10))}${wrapped(text, 12, 12, width)}\n`;
  return [
    `${style.bold(`${number}  ${name}`)}  ${style.dim(`${share} % · ${category}`)}\n`,
    line('in code', seen),
    line(count(rules.length, 'rule'), rules.length === 0 ? 'none guards against it' : rules.join(', ')),
    line('not seen', unseen),
  ].join('');
}

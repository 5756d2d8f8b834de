import { knowledge } from '../../../rules/index.js';
import type { ReleaseGate } from '../../../rules/kit/index.js';
import { compareFractions, fraction, fractionOf, type Fraction } from '../../analysis/reliability/fraction.js';
import type { LoadedResults } from '../../analysis/reliability/sets.js';
import { relative } from '../../workspace/paths.js';
import { pathOf, placesAt } from '../../workspace/result-paths.js';
import { loadResults } from '../../workspace/result-sets.js';
import { formatOf, type Arguments } from '../args.js';
import { exitCodes, fileOf, Refusal, type Io } from '../io.js';
import { evaluated, together, troubleOf, type Asked, type Evaluation } from '../evaluation.js';

/** `detent pass-k`: how reliably an agent did its tasks. */
export async function passK(args: Arguments, io: Io): Promise<number> {
  const format = formatOf(args, 'pass-k');
  const evaluation = args.paths.length === 0 ? await ofGates(args, io) : await ofPaths(args, io);
  if (format === 'json') {
    const { passJson } = await import('../reporters/pass-json.js');
    io.out(`${JSON.stringify(passJson(evaluation), null, 2)}\n`);
  } else if (format === 'markdown') {
    const { passMarkdown } = await import('../reporters/pass-markdown.js');
    io.out(passMarkdown(evaluation));
  } else if (format === 'html') {
    const { passHtml } = await import('../reporters/pass-html.js');
    io.out(passHtml(evaluation));
  } else {
    const { passText } = await import('../reporters/pass-text.js');
    io.out(passText(evaluation, io));
  }
  for (const problem of evaluation.problems) io.err(`${problem.line}\n`);
  return exitCode(evaluation);
}

async function ofPaths(args: Arguments, io: Io): Promise<Evaluation> {
  const asked = askedFor(args);
  if (args.values.has('config')) throw new Refusal('Give either results or --config.');
  const load = (paths: readonly string[]): Promise<readonly LoadedResults[]> =>
    loadResults(
      paths.map((path) => fileOf(path, io)),
      io.host,
      knowledge.results,
    );
  const results = await load(args.paths);
  const before = args.values.get('compare');
  return evaluated(results, before === undefined ? [] : await load(before), [asked], io);
}

/** What the gates of the nearest configuration ask for. */
async function ofGates(args: Arguments, io: Io): Promise<Evaluation> {
  for (const name of ['k', 'min', 'compare'])
    if (args.values.has(name)) throw new Refusal(`Name the results that --${name} is for, as in \`detent pass-k results.json\`.`);
  const { configuredGates } = await import('../gates.js');
  const gates = await configuredGates(args.values.get('config')?.[0], io);
  const byPath = new Map<string, ReleaseGate[]>();
  for (const gate of gates) byPath.set(pathOf(gate), [...(byPath.get(pathOf(gate)) ?? []), gate]);
  const evaluations: Evaluation[] = [];
  for (const [path, its] of byPath) {
    const places = await placesAt(path, io.host);
    const results = await loadResults(places, io.host, knowledge.results);
    const absent = places.length === 0 ? [troubleOf(relative(io.cwd, path), { message: 'no results are there' })] : [];
    const found = evaluated(results, [], its.map(barOf), io);
    evaluations.push({ ...found, problems: [...absent, ...found.problems] });
  }
  return together(evaluations);
}

function barOf({ k, min, lowerBound }: ReleaseGate): Asked {
  return { k, min: bound(String(min)), written: String(min), lowerBound };
}

function exitCode({ problems, gates, changes }: Evaluation): number {
  if (problems.length > 0) return exitCodes.incomplete;
  return gates.some(({ passed }) => !passed) || changes.some(({ fell }) => fell) ? exitCodes.findings : exitCodes.clean;
}

/** @throws Refusal for numbers that are none, and for half of a gate */
function askedFor({ values, flags }: Arguments): Asked {
  const k = values.get('k')?.[0];
  const min = values.get('min')?.[0];
  if (k !== undefined && !/^[1-9]\d{0,5}$/.test(k)) throw new Refusal(`--k is a whole number from 1 on, not "${k}".`);
  if (min !== undefined && k === undefined) throw new Refusal(`Say for which k: \`--k 4 --min ${min}\`.`);
  if (flags.has('lower-bound') && min === undefined) throw new Refusal('--lower-bound needs the bound: `--k 4 --min 0.6 --lower-bound`.');
  return {
    ...(k === undefined ? {} : { k: Number(k) }),
    ...(min === undefined ? {} : { min: bound(min), written: min }),
    lowerBound: flags.has('lower-bound'),
  };
}

function bound(written: string): Fraction {
  const percent = written.endsWith('%');
  const value = fractionOf(percent ? written.slice(0, -1) : written);
  const scaled = value && (percent ? { upper: value.upper, lower: value.lower * 100n } : value);
  const zero = fraction(0);
  if (scaled === undefined || compareFractions(scaled, zero) < 0 || compareFractions(scaled, fraction(1)) > 0)
    throw new Refusal(`--min is a number from 0 to 1, or a percentage such as 60%, not "${written}".`);
  return scaled;
}

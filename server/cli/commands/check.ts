import { keptLook } from '../cache/kept-look.js';
import { baselineOf, formatOf, thresholdsOf, type Arguments } from '../args.js';
import { exitCodes, Refusal, type Io } from '../io.js';
import { exitCode, tell, unknown } from '../tell.js';
import type { Look } from '../told.js';
import { troubles } from '../troubles.js';

/** `detent check`: findings. */
export async function check(args: Arguments, io: Io): Promise<number> {
  if (args.flags.has('each')) return each(args, io);
  if (args.flags.has('watch')) return (await import('./watch.js')).watch(args, io);
  const stats = args.flags.has('stats');
  if (!stats && io.progress === undefined) return checked(args, io);
  const { Meter } = await import('../meter.js');
  const meter = new Meter(io, io.progress);
  let told: Look | undefined;
  try {
    return await checked(args, { ...io, host: meter.host, meter }, (look) => {
      told = look;
      meter.enter('report');
      meter.clear();
    });
  } finally {
    meter.clear();
    if (stats && told !== undefined) for (const line of meter.lines(told)) io.err(`${line}\n`);
  }
}

/** `done` is told what was looked at, before it is reported. */
async function checked(args: Arguments, io: Io, done: (look: Look) => void = () => {}): Promise<number> {
  formatOf(args, 'check');
  const { failOn, maxWarnings, ...overrides } = thresholdsOf(args);
  const fixing = args.flags.has('fix');
  const trying = args.flags.has('fix-dry-run');
  if (fixing && trying) throw new Refusal('Give either --fix or --fix-dry-run.');
  if (fixing && args.values.has('stdin-filename'))
    throw new Refusal('--fix has no file to write to with --stdin-filename: use --fix-dry-run.');
  const { baseline, updating } = baselineOf(args);
  if (updating && (fixing || trying)) throw new Refusal('Give either --update-baseline or a fix: fixes change what there is to know.');

  const since = args.values.get('since')?.[0];
  if (since !== undefined && (fixing || trying || updating))
    throw new Refusal('--since only leaves out findings: fix or write the baseline without.');

  const shard = args.values.get('shard')?.[0];
  if (shard !== undefined && (fixing || trying)) throw new Refusal('Fixes need no shares: give either --fix or --shard.');
  if (shard !== undefined) return share(args, shard, io, done);

  let found: Look;
  let problems: string[];
  if (fixing || trying) {
    const [{ look }, { fixAll }] = await Promise.all([import('../look.js'), import('../fix.js')]);
    const live = await look(args, io, overrides);
    problems = troubles(live);
    const fixed = await fixAll(live, io, trying);
    found = { ...live, result: fixed.result };
    problems.push(...fixed.problems);
    if (trying) {
      io.out(fixed.diff);
      if (baseline !== undefined) found = await unknown(found, baseline, args, io);
      for (const problem of problems) io.err(`${problem}\n`);
      return exitCode(found, problems.length > 0, failOn, maxWarnings);
    }
    if (fixed.count > 0) io.err(`${fixed.said}\n`);
  } else {
    found = await keptLook(args, io, overrides);
    problems = troubles(found);
  }
  done(found);
  return tell(found, problems, args, io);
}

/** Looks at each folder by itself, and tells all of it as one. */
async function each(args: Arguments, io: Io): Promise<number> {
  formatOf(args, 'check');
  baselineOf(args);
  const { eachOf } = await import('../each.js');
  const { look, problems } = await eachOf(args, io);
  return tell(look, problems, args, io);
}

/** Looks at the folders of a share one after the other, and prints what `detent merge` puts together. */
async function share(args: Arguments, shard: string, io: Io, done: (look: Look) => void): Promise<number> {
  const { partOf } = await import('../parts.js');
  const { text, look, problems } = await partOf(args, shard, io);
  done(look);
  io.out(text);
  for (const problem of problems) io.err(`${problem}\n`);
  return problems.length > 0 ? exitCodes.incomplete : exitCodes.clean;
}

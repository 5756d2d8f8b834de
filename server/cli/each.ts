/** Folders that are looked at each by itself, several at a time. */
import { thresholdsOf, threadsOf, type Arguments } from './args.js';
import { Refusal, type Io } from './io.js';
import { mergedTexts } from './parts.js';
import type { Runner } from './threads/runner.js';
import type { Look } from './told.js';

const excluded = ['fix', 'fix-dry-run', 'watch', 'shard', 'stdin-filename'] as const;
/** What says how to look, and not what is told of it. */
const handedOn = ['config', 'cache-location', 'set', 'min-certainty'] as const;

/**
 * Looks at each of the paths by itself, as shares do, in as many threads as are wanted, and puts together what was found. The answer does
 * not depend on how many there are.
 *
 * @throws Refusal for options that do not go together, and when a folder could not be looked at at all
 */
export async function eachOf(args: Arguments, io: Io): Promise<{ readonly look: Look; readonly problems: readonly string[] }> {
  for (const other of excluded) if (args.flags.has(other) || args.values.has(other)) throw new Refusal(`Give either --each or --${other}.`);
  if (args.paths.length === 0) throw new Refusal('--each needs the folders to look at, as in `detent check packages/* --each`.');
  // What is wrong with the options is said before anything is looked at.
  thresholdsOf(args);
  const given = handedOn.flatMap((name) => (args.values.get(name) ?? []).map((value) => `--${name}=${value}`));
  const options = [...given, ...(args.flags.has('no-cache') ? ['--no-cache'] : []), '--threads=1'];
  const folders = [...new Set(args.paths)];
  const parts: string[] = [];
  let next = 0;
  const work = async (runner: Runner): Promise<void> => {
    for (let at = next++; at < folders.length; at = next++) {
      io.progress?.(`${at} of ${folders.length} folders, ${folders[at]}`);
      const { out, err } = await runner.run(['check', '--shard=1/1', ...options, '--', folders[at]!]);
      if (out === '') throw new Refusal(err.trim().replace(/^detent: /, '') || `${folders[at]} could not be looked at.`);
      parts[at] = out;
    }
  };
  const count = Math.min(threadsOf(args, io.threads?.cores), folders.length);
  const runners = await runnersFor(io, count);
  try {
    await Promise.all(runners.map(work));
  } finally {
    for (const runner of runners) runner.stop();
    io.progress?.('');
  }
  return mergedTexts(
    parts.map((text, i) => ({ path: folders[i]!, text })),
    io,
  );
}

async function runnersFor(io: Io, count: number): Promise<readonly Runner[]> {
  const runner = io.threads?.runner;
  if (count > 1 && runner !== undefined) return Array.from({ length: count }, runner);
  const { runnerHere } = await import('./threads/runner.js');
  return [runnerHere(io)];
}

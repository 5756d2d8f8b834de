import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Value below which a share of the measurements lies. */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

export const median = (values) => quantile(values, 0.5);

/**
 * Runs programs in turn, so that what slows the machine down slows all of them, and takes the median of each.
 *
 * @param {Readonly<Record<string, { program: string, args: readonly string[], cwd: string, codes: readonly number[],
 *   env?: object }>>} programs
 * codes: exit codes that mean the program did its work
 * @param {number} rounds
 * @returns {Readonly<Record<string, number>>} wall time in milliseconds
 * @throws Error when a program ends with another code
 */
export function timePrograms(programs, rounds) {
  const times = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, { program, args, cwd, codes, env }] of Object.entries(programs)) {
      const start = performance.now();
      const done = spawnSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 1e9, env: { ...process.env, NO_COLOR: '1', ...env } });
      const took = performance.now() - start;
      if (!codes.includes(done.status))
        throw new Error(`${name} ended with code ${done.status}\n${`${done.stdout}${done.stderr}`.slice(-2000)}`);
      if (round > 0) times[name].push(took); // the first round fills the caches of the disk
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

/** Resident memory of a process in MB; undefined where the system does not say. */
export function memoryOf(pid) {
  if (process.platform === 'linux')
    return Number(/VmRSS:\s{1,20}(\d{1,12}) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout ? Number(stdout) / 1024 : undefined;
}

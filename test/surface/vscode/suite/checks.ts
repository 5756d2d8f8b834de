import { writeFileSync } from 'node:fs';
import { takeScreenshot } from './window.js';

/** One thing that has to hold in this window. Checks run in order and may build on what earlier ones left open. */
export interface Check {
  readonly name: string;
  /** Resolves with a measurement worth printing, or with nothing; rejects with what is wrong. */
  run(): Promise<string | void>;
}

interface Outcome {
  readonly name: string;
  readonly ok: boolean;
  readonly milliseconds: number;
  readonly note?: string;
  readonly error?: string;
}

/**
 * Runs all checks, also after a failure, and writes the outcomes after each one, so that a crash of the host loses nothing.
 *
 * @throws Error naming the checks that failed
 */
export async function runChecks(checks: readonly Check[], file: string): Promise<void> {
  const outcomes: Outcome[] = [];
  for (const check of checks) {
    outcomes.push(await runCheck(check));
    writeFileSync(file, JSON.stringify({ ended: outcomes.length === checks.length, checks: outcomes }));
  }
  const failed = outcomes.filter((outcome) => !outcome.ok);
  if (failed.length > 0) throw new Error(failed.map(({ name, error }) => `${name}: ${error}`).join('\n'));
}

async function runCheck({ name, run }: Check): Promise<Outcome> {
  const start = Date.now();
  try {
    const note = await run();
    return { name, ok: true, milliseconds: Date.now() - start, ...(note === undefined ? {} : { note }) };
  } catch (error) {
    await takeScreenshot(`failed-${name.replaceAll(/[^a-z0-9]/gi, '-')}`).catch(() => undefined);
    return { name, ok: false, milliseconds: Date.now() - start, error: error instanceof Error ? error.message : String(error) };
  }
}

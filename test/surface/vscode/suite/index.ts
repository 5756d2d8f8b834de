import { runChecks } from './checks.js';
import { restrictedChecks } from './restricted.js';
import { trustedChecks } from './trusted.js';

/** VS Code calls this when the window is up; the window ends with it, and its exit code is 1 when this rejects. */
export async function run(): Promise<void> {
  const session = process.env['DETENT_SESSION'];
  const results = process.env['DETENT_RESULTS'];
  if (results === undefined) throw new Error('DETENT_RESULTS is not set: start the suite through run.mjs');
  if (session === 'trusted') return runChecks(trustedChecks, results);
  if (session === 'restricted') return runChecks(restrictedChecks, results);
  throw new Error(`unknown session ${session}`);
}

import { runChecks } from './checks.js';
import { exampleChecks } from './example.js';
import { restrictedChecks } from './restricted.js';
import { surfaceChecks } from './surfaces.js';
import { trustedChecks } from './trusted.js';
import { typingChecks } from './typing.js';
import { webChecks } from './web.js';

const sessions = new Map([
  ['trusted', trustedChecks],
  ['example', exampleChecks],
  ['surfaces', surfaceChecks],
  ['restricted', restrictedChecks],
  ['web', webChecks],
  ['typing', typingChecks],
]);

/** VS Code calls this when the window is up; the window ends with it, and its exit code is 1 when this rejects. */
export async function run(): Promise<void> {
  const session = process.env['DETENT_SESSION'] ?? '';
  const results = process.env['DETENT_RESULTS'];
  const checks = sessions.get(session);
  if (results === undefined || checks === undefined) throw new Error('the session is not named: start the suite through run.mjs');
  return runChecks(checks, results);
}

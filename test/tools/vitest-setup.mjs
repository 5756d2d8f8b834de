import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The parser that the reader imports is cut out of the `typescript` package; nothing happens when it is up to date. */
export default function setup() {
  const script = fileURLToPath(new URL('slice-parser.mjs', import.meta.url));
  const done = spawnSync(process.execPath, [script], { stdio: 'inherit' });
  if (done.status !== 0) throw new Error('the parser could not be cut out of the typescript package');
}

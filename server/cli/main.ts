import { existsSync, readFileSync } from 'node:fs';
import { userCacheFolder } from '../hosts/cache-folder.js';
import { nodeHost } from '../hosts/node.js';
import { exitCodes, type Io } from './io.js';
import { run } from './run.js';

/** Put in when the bundle is built; running from the sources, nothing is kept. */
declare const DETENT_BUILD: string | undefined;

const host = nodeHost();
const here = new URL('.', import.meta.url);

const io: Io = {
  host,
  cwd: host.toFile(process.cwd()),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  color: wantsColor(process.argv, process.env, process.stdout.isTTY),
  width: process.stdout.isTTY ? process.stdout.columns : undefined,
  stdin: readStdin,
  version: () => (JSON.parse(near('../package.json', '../../package.json')!) as { readonly version: string }).version,
  keeps: typeof DETENT_BUILD === 'undefined' ? undefined : { build: DETENT_BUILD, folder: userCacheFolder() },
  page: (ruleId) => near(`rules/${ruleId}.md`, `../../rules/checks/${ruleId}/README.md`),
  async serve() {
    // The server is a program of its own beside this one; it starts when it is loaded.
    await import(new URL('server.cjs', here).href);
    await new Promise<never>(() => {});
  },
};

process.stdout.on('error', outputFailed);
process.stderr.on('error', () => {});
const code = await run(process.argv.slice(2), io);
process.exitCode ??= code;

/** Text of the first of these files that is there: beside the bundle, or in the sources. */
function near(...paths: readonly string[]): string | undefined {
  const found = paths.map((path) => new URL(path, here)).find((url) => existsSync(url));
  return found && readFileSync(found, 'utf8');
}

function wantsColor(argv: readonly string[], env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (argv.includes('--no-color')) return false;
  if (argv.includes('--color')) return true;
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0';
  return isTerminal && env['TERM'] !== 'dumb';
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Whoever reads our output may leave early, as `head` does; the answer, and with it the exit code, stays the same. */
function outputFailed(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') return;
  process.stderr.write(`detent: the output cannot be written (${error.code}).\n`);
  process.exitCode = exitCodes.incomplete;
}

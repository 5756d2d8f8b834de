import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { changesIn } from '../hosts/changes.js';
import { nodeHost } from '../hosts/node.js';
import { exitCodes, type Io } from './io.js';
import { run } from './run.js';
import { captured } from './threads/runner.js';
import { serveThread, startRunner, startThread, worth } from './threads/thread.js';

/** What only the script that starts the program knows. */
export interface Start extends Pick<Io, 'keeps' | 'warm'> {
  /** The folder of the program, with a slash at its end. */
  readonly here: URL;
  /** Loads the server, a program of its own beside this one, which starts when it is loaded. */
  serve(): Promise<unknown>;
}

/** What a thread of this program does. */
export function thread(start: Start): void {
  const knows = async () => (await import('../../rules/index.js')).knowledge;
  serveThread(knows, async (argv) => captured((io) => run(argv, io), ioOf(start)));
}

/** Runs the command line of this process. */
export async function main(start: Start): Promise<void> {
  const io = ioOf(start);
  process.stdout.on('error', outputFailed);
  process.stderr.on('error', () => {});
  const code = await run(process.argv.slice(2), io);
  process.exitCode ??= code;
}

function ioOf({ here, keeps, warm, serve }: Start): Io {
  const host = nodeHost({ assets: new URL('python/', here) });
  const near = (path: string): string | undefined => textOf(new URL(path, here));
  const program = new URL('cli.js', here);
  return {
    host,
    cwd: host.toFile(process.cwd()),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    color: wantsColor(process.argv, process.env, process.stdout.isTTY),
    width: process.stdout.isTTY ? process.stdout.columns : undefined,
    stdin: readStdin,
    version: () => (JSON.parse(near('../package.json')!) as { readonly version: string }).version,
    keeps,
    warm,
    now: () => performance.now(),
    progress: process.stderr.isTTY && !process.env['CI'] && process.env['TERM'] !== 'dumb' ? progress : undefined,
    changes: changesIn,
    threads: {
      cores: availableParallelism(),
      start: () => {
        collectSooner();
        return startThread(program);
      },
      runner: () => {
        collectSooner();
        return startRunner(program);
      },
      worth,
    },
    page: (ruleId) => near(`rules/${ruleId}.md`),
    async serve() {
      await serve();
      await new Promise<never>(() => {});
    },
  };
}

/**
 * Much is made for a large workspace that soon is of no use, and the engine waits until there is three times what is needed. With less
 * patience a run needs half the memory, and a twentieth more time.
 */
function collectSooner(): void {
  setFlagsFromString('--heap-growing-percent=70');
}

/** One line, which the next one takes the place of; at the end none is left. */
function progress(line: string): void {
  const columns = process.stderr.columns || 80;
  process.stderr.write(`\r\u001b[K${line.slice(0, columns - 1)}`);
}

function textOf(file: URL): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function wantsColor(argv: readonly string[], env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (argv.includes('--no-color')) return false;
  if (argv.includes('--color')) return true;
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0';
  if (env['CLICOLOR_FORCE']) return env['CLICOLOR_FORCE'] !== '0';
  return isTerminal && env['TERM'] !== 'dumb' && env['CLICOLOR'] !== '0';
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

import { parentPort, Worker } from 'node:worker_threads';
import type { Knowledge } from '../../analysis/snapshot.js';
import { nodeHost } from '../../hosts/node.js';
import type { helper } from './help.js';
import type { Runner, Said } from './runner.js';
import type { Beginning, Done, Line, Stretch, Thread, Worth } from './work.js';

/** A thread begins after some tenth of a second. */
export const worth: Worth = { files: 2_000, folders: 300 };

/** Starts the program once more in a thread, which {@link serveThread} serves. */
export function startThread(program: URL): Thread {
  const worker = new Worker(program, { stdout: true, stderr: true });
  // Whoever stops with an error has no use for it.
  worker.unref();
  return {
    send: (message) => worker.postMessage(message, []),
    listen(heard, ended) {
      worker.on('message', heard);
      worker.on('error', () => {});
      worker.on('exit', ended);
    },
    hold: () => worker.ref(),
    stop: () => void worker.terminate(),
  };
}

/** Starts the program once more in a thread, for whole command lines. */
export function startRunner(program: URL): Runner {
  const worker = new Worker(program, { stdout: true, stderr: true });
  return {
    run: (argv) =>
      new Promise((resolve, reject) => {
        const ended = (): void => reject(new Error('a thread ended before it answered'));
        worker.once('exit', ended);
        worker.once('error', reject);
        worker.once('message', (said: Said) => {
          worker.off('exit', ended);
          worker.off('error', reject);
          resolve(said);
        });
        worker.postMessage({ argv } satisfies Line, []);
      }),
    stop: () => void worker.terminate(),
  };
}

/**
 * What a thread does: it helps whoever started it, who knows the same.
 *
 * @param runs runs a whole command line; absent: nobody asks for that
 */
export function serveThread(knows: () => Promise<Knowledge>, runs?: (argv: readonly string[]) => Promise<Said>): void {
  const port = parentPort;
  if (port === null) return;
  const say = (done: Done): void => port.postMessage(done, []);
  let ready: Promise<(work: Stretch) => Promise<void>> | undefined;
  port.on('message', (message: Beginning | Stretch | Line) => {
    if ('argv' in message) void runs?.(message.argv).then((said) => port.postMessage(said, []));
    else if ('claims' in message) ready = begin(message, knows, say);
    else ready = ready?.then(async (run) => (await run(message), run));
  });
}

async function begin(beginning: Beginning, knows: () => Promise<Knowledge>, say: (done: Done) => void): Promise<ReturnType<typeof helper>> {
  const [{ helper: help }, knowledge] = await Promise.all([import('./help.js'), knows()]);
  return help(beginning, nodeHost(), knowledge, say);
}

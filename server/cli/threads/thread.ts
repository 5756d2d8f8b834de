import { parentPort, Worker } from 'node:worker_threads';
import type { Knowledge } from '../../analysis/snapshot.js';
import { nodeHost } from '../../hosts/node.js';
import type { helper } from './help.js';
import type { Beginning, Done, Stretch, Thread, Worth } from './work.js';

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

/** What a thread does: it helps whoever started it, who knows the same. */
export function serveThread(knows: () => Promise<Knowledge>): void {
  const port = parentPort;
  if (port === null) return;
  const say = (done: Done): void => port.postMessage(done, []);
  let ready: Promise<(work: Stretch) => Promise<void>> | undefined;
  port.on('message', (message: Beginning | Stretch) => {
    if ('claims' in message) ready = begin(message, knows, say);
    else ready = ready?.then(async (run) => (await run(message), run));
  });
}

async function begin(beginning: Beginning, knows: () => Promise<Knowledge>, say: (done: Done) => void): Promise<ReturnType<typeof helper>> {
  const [{ helper: help }, knowledge] = await Promise.all([import('./help.js'), knows()]);
  return help(beginning, nodeHost(), knowledge, say);
}

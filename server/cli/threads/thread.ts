import { parentPort, Worker } from 'node:worker_threads';
import type { Knowledge } from '../../analysis/snapshot.js';
import { nodeHost } from '../../hosts/node.js';
import type { Done, Thread, Work, Worth } from './work.js';

/** A thread begins after some tenth of a second. */
export const worth: Worth = { files: 2_000, folders: 300 };

/** Starts the program once more in a thread, which {@link serveThread} serves. The process does not wait for it. */
export function startThread(program: URL): Thread {
  const worker = new Worker(program, { stdout: true, stderr: true });
  return {
    send: (work) => worker.postMessage(work, []),
    listen(heard, ended) {
      worker.on('message', heard);
      worker.on('error', () => {});
      worker.on('exit', ended);
    },
    stop: () => void worker.terminate(),
  };
}

/** What a thread does: it helps whoever started it, who knows the same. */
export function serveThread(knows: () => Promise<Knowledge>): void {
  const port = parentPort;
  port?.once('message', (work: Work) => void serve(work, knows, (done) => port.postMessage(done, [])));
}

async function serve(work: Work, knows: () => Promise<Knowledge>, say: (done: Done) => void): Promise<void> {
  const [{ help }, knowledge] = await Promise.all([import('./help.js'), knows()]);
  await help(work, nodeHost(), knowledge, say);
}

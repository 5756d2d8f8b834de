import { RAL, type Connection } from 'vscode-languageserver';
import type { Host } from '../workspace/host.js';

/** A host that can be told to stop: from then on nothing more is there. */
export interface StoppableHost {
  readonly host: Host;
  /** Files that were read so far. */
  readonly count: () => number;
  readonly stop: () => void;
}

/** Lets what reads from a host be ended, since reading whole folders may take long. */
export function stoppable(host: Host): StoppableHost {
  let isStopped = false;
  let count = 0;
  const gone = { problem: 'reading was stopped', gone: true } as const;
  return {
    host: {
      ...host,
      read: async (file) => {
        count += 1;
        return isStopped ? gone : host.read(file);
      },
      list: async (folder) => (isStopped ? gone : host.list(folder)),
      scan: async (file, take) => (isStopped ? gone : host.scan(file, take)),
    },
    count: () => count,
    stop: () => {
      isStopped = true;
    },
  };
}

const interval = 250;

/**
 * Shows that folders are being read, with how far that is and a way to stop it. Clients show this in people's way, so only what takes
 * long is shown.
 *
 * @param done resolves when all is read; never rejects
 * @param patience in milliseconds, before anything is shown
 */
export function showReading(connection: Connection, count: () => number, done: Promise<void>, stop: () => void, patience: number): void {
  const { timer } = RAL();
  const begin = async (): Promise<void> => {
    const progress = await connection.window.createWorkDoneProgress();
    progress.begin('Detent', undefined, 'Reading the workspace', true);
    const counting = timer.setInterval(() => progress.report(`${count()} files read`), interval);
    progress.token.onCancellationRequested(stop);
    await done;
    counting.dispose();
    progress.done();
  };
  // A client that shows no progress shows the status.
  const waiting = timer.setTimeout(() => void begin().catch(() => undefined), patience);
  void done.then(() => waiting.dispose());
}

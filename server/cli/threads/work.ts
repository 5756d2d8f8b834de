import type { Looked } from '../../workspace/reading.js';

/** What a thread is asked for: to read files, as far as nobody else has taken them. */
export interface Work {
  readonly files: readonly string[];
  /** One number that all share: the next stretch of files that nobody has taken. */
  readonly next: SharedArrayBuffer;
  /** What was read is to be named, so that it can be asked again. */
  readonly digests: boolean;
}

/** What it says of a stretch of files. */
export interface Done {
  readonly stretch: number;
  /** Files without anything of interest are `undefined`, and `null` those that it cannot hand over. */
  readonly looked: readonly (Looked | undefined | null)[];
  readonly digests?: readonly string[];
}

/** A thread of this program. */
export interface Thread {
  send(work: Work): void;
  /** `heard` is told what it has done; `ended`, that it stopped before it was through. */
  listen(heard: (done: Done) => void, ended: () => void): void;
  stop(): void;
}

/** When other threads are worth their start. */
export interface Worth {
  /** Fewer files are read before another thread could begin. */
  readonly files: number;
  /** Where there are so many folders, there may be files enough: threads are started while the rest is listed. */
  readonly folders: number;
}

export interface Threads {
  start(): Thread;
  readonly worth: Worth;
}

/** Files in a stretch: few enough that nobody waits long for the last one, many enough that messages cost nothing. */
export const stretchLength = 64;

/** Takes stretches until there are no more. */
export async function takeStretches(
  { files, next }: Work,
  run: (stretch: number, files: readonly string[]) => Promise<void>,
): Promise<void> {
  const counter = new Int32Array(next);
  for (;;) {
    const stretch = Atomics.add(counter, 0, 1);
    const start = stretch * stretchLength;
    if (start >= files.length) return;
    await run(stretch, files.slice(start, start + stretchLength));
  }
}

import type { Looked } from '../../workspace/reading.js';

/** What a thread is told first. */
export interface Beginning {
  /** A byte for each stretch of files: whoever sets it reads the stretch. */
  readonly claims: SharedArrayBuffer;
  /** What was read is to be named, so that it can be asked again. */
  readonly digests: boolean;
}

/** Files to read, unless somebody has taken them. */
export interface Stretch {
  readonly stretch: number;
  readonly files: readonly string[];
}

/** What it says of a stretch. */
export interface Done {
  readonly stretch: number;
  /** Files without anything of interest are `undefined`, and `null` those that it cannot hand over. */
  readonly looked: readonly (Looked | undefined | null)[];
  readonly digests?: readonly string[];
  /** How much was read. */
  readonly bytes: number;
}

/** A thread of this program. */
export interface Thread {
  send(message: Beginning | Stretch): void;
  /** `heard` is told what it has done; `ended`, that it stopped. */
  listen(heard: (done: Done) => void, ended: () => void): void;
  /** The process waits for it from now on. */
  hold(): void;
  stop(): void;
}

/** When other threads are worth their start. */
export interface Worth {
  /** Fewer files are read before another thread could begin. */
  readonly files: number;
  /** Where there are so many folders, there may be files enough: threads are started while the rest is listed. */
  readonly folders: number;
}

/** A command line to run. */
export interface Line {
  readonly argv: readonly string[];
}

export interface Threads {
  start(): Thread;
  readonly worth: Worth;
}

/** Files in a stretch: few enough that nobody waits long for the last one, many enough that messages cost nothing. */
export const stretchLength = 64;
/** Nobody has more files than that many stretches hold; what is beyond, one thread reads. */
export const mostStretches = 1 << 16;

/** Takes a stretch, if nobody has. */
export function claims(memory: SharedArrayBuffer, stretch: number): boolean {
  return Atomics.compareExchange(new Uint8Array(memory), stretch, 0, 1) === 0;
}

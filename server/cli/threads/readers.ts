import type { Looked } from '../../workspace/reading.js';
import type { Sharing } from '../../workspace/session.js';
import type { Io } from '../io.js';
import { stretchLength, takeStretches, type Done, type Thread, type Threads, type Work, type Worth } from './work.js';

const nothing: Looked = {};

/** Other threads, which read some of many files. */
export class Readers<H extends Io['host'] = Io['host']> {
  /** The world, with an eye on how large it is. */
  readonly host: H;
  readonly #start: () => readonly Thread[];
  readonly #worth: Worth;
  readonly #note: ((file: string, digest: string) => void) | undefined;
  #threads: readonly Thread[] = [];

  /**
   * @param count how many threads take part, this one included
   * @param note is told what was read, for those who keep that
   */
  constructor(host: H, count: number, { start, worth }: Threads, note?: (file: string, digest: string) => void) {
    this.#start = () => Array.from({ length: count - 1 }, start);
    this.#worth = worth;
    this.#note = note;
    let folders = 0;
    this.host = {
      ...host,
      list: (folder) => {
        if (++folders === worth.folders) this.#threads = this.#start();
        return host.list(folder);
      },
    };
  }

  readonly sharing: Sharing = async (files, read) => {
    const threads = files.length < this.#worth.files ? [] : this.#threads.length > 0 ? this.#threads : this.#start();
    const found = threads.length === 0 ? await alone(files, read) : await this.#together(threads, files, read);
    for (const thread of this.#threads.length > 0 ? this.#threads : threads) thread.stop();
    this.#threads = [];
    return found;
  };

  async #together(threads: readonly Thread[], files: readonly string[], read: (file: string) => Promise<void>): ReturnType<Sharing> {
    const found = new Map<string, Looked>();
    const work: Work = { files, next: new SharedArrayBuffer(4), digests: this.#note !== undefined };
    const open = new Set(Array.from({ length: Math.ceil(files.length / stretchLength) }, (_, stretch) => stretch));
    const unread: string[] = [];
    const take = ({ stretch, looked, digests }: Done): void => {
      open.delete(stretch);
      for (const [i, one] of looked.entries()) {
        const file = files[stretch * stretchLength + i]!;
        if (one === null) unread.push(file);
        else {
          found.set(file, one ?? nothing);
          if (digests !== undefined) this.#note?.(file, digests[i]!);
        }
      }
    };
    let wake = (): void => {};
    let running = threads.length;
    for (const thread of threads) {
      thread.listen(
        (done) => {
          take(done);
          wake();
        },
        () => {
          running -= 1;
          wake();
        },
      );
      thread.send(work);
    }
    await takeStretches(work, async (stretch, own) => {
      for (const file of own) await read(file);
      open.delete(stretch);
    });
    while (open.size > 0 && running > 0) await new Promise<void>((done) => (wake = done));
    // Of a thread that failed, and what is no data.
    for (const stretch of open) unread.push(...files.slice(stretch * stretchLength, (stretch + 1) * stretchLength));
    await alone(unread, read);
    return found;
  }
}

async function alone(files: readonly string[], read: (file: string) => Promise<void>): ReturnType<Sharing> {
  for (const file of files) await read(file);
  return new Map();
}

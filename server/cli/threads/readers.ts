import type { Looked, Sharing } from '../../workspace/reading.js';
import type { Io } from '../io.js';
import { claims, mostStretches, stretchLength, type Done, type Stretch, type Thread, type Threads } from './work.js';

const nothing: Looked = {};

/** Other threads, which read some of many files. */
export class Readers<H extends Io['host'] = Io['host']> implements Sharing {
  /** The world, with an eye on how large it is. */
  readonly host: H;
  readonly #count: number;
  readonly #settings: Threads;
  readonly #note: ((file: string, digest: string) => void) | undefined;
  #claims = new SharedArrayBuffer(0);
  readonly #threads: Thread[] = [];
  readonly #stretches: Stretch[] = [];
  /** Stretches that were read here or were told of. */
  readonly #done = new Set<number>();
  readonly #found = new Map<string, Looked>();
  /** What the files of a stretch hold, by their names. */
  readonly #digests = new Map<string, string>();
  /** Files that belong to no stretch yet. */
  #waiting: string[] = [];
  #running = 0;
  /** What other threads have read. */
  readonly elsewhere = { files: 0, bytes: 0 };
  #wake = (): void => {};

  /**
   * @param count how many threads take part, this one included
   * @param note is told what was read, for those who keep that
   */
  constructor(host: H, count: number, settings: Threads, note?: (file: string, digest: string) => void) {
    this.#count = count;
    this.#settings = settings;
    this.#note = note;
    let folders = 0;
    this.host = {
      ...host,
      list: (folder) => {
        if (++folders === settings.worth.folders) this.#start();
        return host.list(folder);
      },
    };
  }

  /** A source was found that will most likely have to be read. */
  readonly ahead = (file: string): void => {
    this.#waiting.push(file);
    if (this.#threads.length > 0 && this.#waiting.length >= stretchLength) this.#send();
  };

  readonly read: Sharing['read'] = async (files, read) => {
    if (files.length >= this.#settings.worth.files && this.#threads.length === 0) this.#start();
    if (this.#threads.length > 0) await this.#together(files, read);
    else for (const file of files) await read(file);
    for (const thread of this.#threads) thread.stop();
    this.#threads.length = 0;
    const wanted = new Set(files);
    const found = new Map([...this.#found].filter(([file]) => wanted.has(file)));
    for (const [file, digest] of this.#digests) if (found.has(file)) this.#note?.(file, digest);
    this.#forget();
    return found;
  };

  #start(): void {
    this.#claims = new SharedArrayBuffer(mostStretches);
    for (let i = 1; i < this.#count; i++) {
      const thread = this.#settings.start();
      this.#running += 1;
      thread.listen(
        (done) => {
          if (!this.#threads.includes(thread)) return;
          this.#take(done);
          this.#wake();
        },
        () => {
          // That it was stopped is no news.
          if (!this.#threads.includes(thread)) return;
          this.#running = 0;
          this.#wake();
        },
      );
      thread.send({ claims: this.#claims, digests: this.#note !== undefined });
      this.#threads.push(thread);
    }
    this.#send();
  }

  /** Puts what waits into stretches, and tells all threads of them. */
  #send(): void {
    const files = this.#waiting;
    this.#waiting = [];
    for (let start = 0; start < files.length; start += stretchLength) {
      const stretch = { stretch: this.#stretches.length, files: files.slice(start, start + stretchLength) };
      if (stretch.stretch >= mostStretches) return;
      this.#stretches.push(stretch);
      for (const thread of this.#threads) thread.send(stretch);
    }
  }

  #take({ stretch, looked, digests, bytes }: Done): void {
    this.elsewhere.files += looked.length;
    this.elsewhere.bytes += bytes;
    this.#done.add(stretch);
    for (const [i, one] of looked.entries()) {
      const file = this.#stretches[stretch]!.files[i]!;
      if (one === null) continue;
      this.#found.set(file, one ?? nothing);
      if (digests !== undefined) this.#digests.set(file, digests[i]!);
    }
  }

  async #together(files: readonly string[], read: (file: string) => Promise<void>): Promise<void> {
    const known = new Set([...this.#stretches.flatMap((stretch) => stretch.files), ...this.#waiting]);
    this.#waiting.push(...files.filter((file) => !known.has(file)));
    this.#send();
    const wanted = new Set(files);
    // The others begin with the first.
    for (const { stretch, files: own } of this.#stretches.toReversed()) {
      if (!claims(this.#claims, stretch)) continue;
      for (const file of own) if (wanted.delete(file)) await read(file);
      this.#done.add(stretch);
    }
    for (const thread of this.#threads) thread.hold();
    while (this.#done.size < this.#stretches.length && this.#running > 0) await new Promise<void>((done) => (this.#wake = done));
    // Of a thread that failed, and what is no data.
    for (const file of wanted) if (!this.#found.has(file)) await read(file);
  }

  #forget(): void {
    this.#stretches.length = 0;
    this.#done.clear();
    this.#found.clear();
    this.#digests.clear();
    this.#waiting = [];
    this.#running = 0;
  }
}

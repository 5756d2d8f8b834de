import type { Io } from './io.js';
import { count } from './style.js';
import type { Look } from './told.js';

/** What a run is busy with, in the order in which it comes to it. */
const names = {
  kept: 'asking whether a kept answer holds',
  read: 'reading',
  find: 'finding tools',
  follow: 'following tools',
  environment: 'environment',
  rules: 'rules',
  report: 'report',
} as const;

export type Stage = keyof typeof names;

/** Nothing is shown of a run that is done by then; in milliseconds. */
const patience = 1_000;
/** What changes more often nobody can read. */
const pause = 100;

/** How long a run is at what, and what it reads. Shows how far it is, where somebody sees it. */
export class Meter {
  /** The world, with an eye on what is read. */
  readonly host: Io['host'];
  readonly #now: () => number;
  readonly #show: ((line: string) => void) | undefined;
  readonly #began: number;
  readonly #took = new Map<Stage, number>();
  readonly #read = { files: 0, bytes: 0, folders: 0 };
  #stage: Stage = 'read';
  #since: number;
  #shown: number;
  #visible = false;
  /** What came of the answer of an earlier run. */
  kept: 'held' | 'changed' | 'none' | 'off' = 'off';

  /** `show` is told what a run is at, and nothing at its end. */
  constructor({ host, now = () => 0 }: Pick<Io, 'host' | 'now'>, show?: (line: string) => void) {
    this.#now = now;
    this.#show = show;
    this.#began = this.#since = now();
    this.#shown = this.#began + patience - pause;
    this.host = {
      ...host,
      read: async (file) => {
        const answer = await host.read(file);
        if ('bytes' in answer) {
          this.#read.files += 1;
          this.#read.bytes += answer.bytes.length;
        }
        this.#tell(`${this.#read.files} files`);
        return answer;
      },
      list: async (folder) => {
        this.#read.folders += 1;
        return host.list(folder);
      },
    };
  }

  /** Others have read this for it. */
  add({ files, bytes }: { readonly files: number; readonly bytes: number }): void {
    this.#read.files += files;
    this.#read.bytes += bytes;
  }

  /** It is at something else, or further with it. */
  readonly enter = (stage: Stage, done?: number, all?: number): void => {
    if (stage !== this.#stage) this.#close();
    this.#stage = stage;
    this.#tell(all === undefined ? '' : `${done ?? 0} of ${all}`);
  };

  /** Makes room on the terminal for the report, or for an error. */
  clear(): void {
    if (this.#visible) this.#show?.('');
    this.#visible = false;
    this.#shown = Infinity;
  }

  /** What came of it all, for people. */
  lines({ result }: Look): readonly string[] {
    this.#close();
    const { files, bytes, folders } = this.#read;
    const stages = (Object.keys(names) as Stage[]).flatMap((stage) => {
      const took = this.#took.get(stage);
      return took === undefined ? [] : [`${names[stage]} ${milliseconds(took)}`];
    });
    const kept = { held: 'was kept and holds', changed: 'was kept and does not hold', none: 'was not kept', off: 'is not kept' };
    return [
      `read: ${count(files, 'file')}, ${size(bytes)}, ${count(folders, 'folder')}; an answer ${kept[this.kept]}`,
      `found: ${count(result.tools.length, 'tool')}, ${count(result.findings.length, 'finding')} in ${count(result.files, 'file')}`,
      `took: ${[...stages, `all ${milliseconds(this.#now() - this.#began)}`].join(', ')}`,
    ];
  }

  #close(): void {
    const now = this.#now();
    this.#took.set(this.#stage, (this.#took.get(this.#stage) ?? 0) + now - this.#since);
    this.#since = now;
  }

  #tell(far: string): void {
    if (this.#show === undefined) return;
    const now = this.#now();
    if (now - this.#shown < pause) return;
    this.#shown = now;
    this.#visible = true;
    this.#show(`${names[this.#stage]}${far === '' ? '' : `: ${far}`}`);
  }
}

function size(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function milliseconds(took: number): string {
  return `${Math.round(took)} ms`;
}

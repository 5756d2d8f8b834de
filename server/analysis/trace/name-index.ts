/**
 * What the code of a workspace does with a name, wherever that is written. Texts are only scanned for names, when the first one
 * is asked for; a file is read when a name is asked for that its text may hold.
 */
import type { Module, Statement } from '../syntax/ir.js';
import { Edited, type Moment } from '../edited.js';
import type { Ground } from './env.js';

/** In place of a name that is made at run time. */
export const anyName = '*';
/** Among names that were touched: which others are, only reading tells. */
const unread = '';

/** What is looked for. */
export interface Indexing<T> {
  /** Names under which something may be found in a text; {@link anyName} where only reading it tells. */
  scan(text: string): ReadonlySet<string>;
  /** What a statement at the top level of a file holds, by its names; the same objects as long as the statement is the same. */
  inStatement(statement: Statement, file: string): ReadonlyMap<string, readonly T[]>;
}

/** The texts of files as they are now. */
export interface Texts extends Moment {
  version(file: string): string | undefined;
  text(file: string): string | undefined;
}

interface Scanned {
  readonly version: string | undefined;
  /** May hold more than there are now. */
  readonly names: Set<string>;
  /** What it was read as, once it has changed. */
  readonly body: readonly Statement[] | undefined;
}

interface Asked<T> {
  answer: readonly T[];
  readonly ground: Ground;
}

export class NameIndex<T extends object> {
  readonly #moduleOf: (file: string) => Module | undefined;
  readonly #indexing: Indexing<T>;
  readonly #scanned = new Map<string, Scanned>();
  readonly #files = new Map<string, Set<string>>();
  readonly #asked = new Map<string, Asked<T>>();
  readonly #editedFiles = new Edited();
  /** The files of the last update, while nothing was asked. */
  #waiting: readonly [files: ReadonlySet<string>, texts: Texts] | undefined;

  constructor(moduleOf: (file: string) => Module | undefined, indexing: Indexing<T>) {
    this.#moduleOf = moduleOf;
    this.#indexing = indexing;
  }

  /** Takes the files as they are now. `change` is told the names under which others are found now: what rests on them is asked again. */
  update(files: ReadonlySet<string>, texts: Texts, change: (ground: Ground) => void): void {
    if (this.#asked.size === 0) {
      this.#waiting = [files, texts];
      return;
    }
    const touched = this.#scan(files, texts);
    const all = touched.has(unread);
    for (const [name, asked] of this.#asked) {
      if (!all && !touched.has(name)) continue;
      const answer = this.#find(name);
      if (answer.length === asked.answer.length && answer.every((one, i) => isSame(one, asked.answer[i]!))) continue;
      asked.answer = answer;
      change(asked.ground);
    }
  }

  /** What is found under a name, in the order of the files. */
  of(name: string): Readonly<Asked<T>> {
    if (this.#waiting !== undefined) {
      this.#scan(...this.#waiting);
      this.#waiting = undefined;
    }
    let asked = this.#asked.get(name);
    if (asked === undefined) this.#asked.set(name, (asked = { answer: this.#find(name), ground: { number: 0 } }));
    return asked;
  }

  /** The names of all files that are others than before. */
  #scan(files: ReadonlySet<string>, texts: Texts): ReadonlySet<string> {
    const touched = new Set<string>();
    const edited = this.#editedFiles.since(texts, files);
    if (edited === undefined) for (const file of this.#scanned.keys()) if (!files.has(file)) this.#take(file, undefined, touched);
    for (const file of edited ?? files) {
      if (!files.has(file)) continue;
      const now = texts.version(file);
      const before = this.#scanned.get(file);
      if (before?.version === now) continue;
      const body = before === undefined ? undefined : this.#moduleOf(file)?.body;
      if (before?.body !== undefined && body !== undefined) this.#edited(file, { ...before, version: now, body }, before.body, touched);
      else this.#take(file, { version: now, names: new Set(this.#indexing.scan(texts.text(file) ?? '')), body }, touched);
    }
    return touched;
  }

  /** Of a file that was read before and after, only statements count that are others: its text need not be scanned. */
  #edited(file: string, scanned: Scanned, before: readonly Statement[], touched: Set<string>): void {
    const [old, now] = [new Set(before), new Set(scanned.body)];
    for (const statement of old)
      if (!now.has(statement)) for (const name of this.#indexing.inStatement(statement, file).keys()) touched.add(name);
    for (const statement of now) {
      if (old.has(statement)) continue;
      for (const name of this.#indexing.inStatement(statement, file).keys()) {
        touched.add(name);
        if (scanned.names.has(name)) continue;
        scanned.names.add(name);
        this.#list(name, file);
      }
    }
    this.#scanned.set(file, scanned);
  }

  #list(name: string, file: string): void {
    const known = this.#files.get(name);
    if (known === undefined) this.#files.set(name, new Set([file]));
    else known.add(file);
  }

  #take(file: string, scanned: Scanned | undefined, touched: Set<string>): void {
    for (const name of this.#scanned.get(file)?.names ?? []) {
      this.#files.get(name)?.delete(file);
      touched.add(name === anyName ? unread : name);
      touched.add(name);
    }
    if (scanned === undefined) this.#scanned.delete(file);
    else this.#scanned.set(file, scanned);
    for (const name of scanned?.names ?? []) {
      this.#list(name, file);
      touched.add(name === anyName ? unread : name);
      touched.add(name);
    }
  }

  #find(name: string): readonly T[] {
    const files = new Set([...(this.#files.get(name) ?? []), ...(this.#files.get(anyName) ?? [])]);
    return [...files].sort().flatMap((file) => {
      const module = this.#moduleOf(file);
      return module?.body.flatMap((statement) => this.#indexing.inStatement(statement, file).get(name) ?? []) ?? [];
    });
  }
}

/** Found again, of the same parts: only the statement around them is another. */
function isSame<T extends object>(a: T, b: T): boolean {
  if (a === b) return true;
  const keys = Object.keys(a) as (keyof T)[];
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

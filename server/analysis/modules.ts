import { Edited } from './edited.js';
import type { UnresolvedPlace } from './finding.js';
import type { Guard } from './guard.js';
import type { Snapshot } from './snapshot.js';
import { graft } from './syntax/graft.js';
import type { Module } from './syntax/ir.js';
import { replant } from './syntax/replant.js';
import { isData, isReadable, isSource, readSource } from './syntax/read.js';
import type { Piece } from './syntax/inner.js';
import { isChange } from './trace/mutations.js';

interface Known {
  readonly version: string;
  readonly text: string | undefined;
  readonly module: Module | undefined;
}

/** A file whose text is another than before. */
export interface Change {
  readonly file: string;
  /** What it was read as. */
  readonly before: Module | undefined;
  /** All that changed, when the module is still the same. */
  readonly sections?: readonly Piece[];
}

/** What is larger is of machines. */
const largestData = 256 * 1024;

/** Modules by file, read again when their text changes. */
export class Modules {
  readonly #guard: Guard;
  readonly #known = new Map<string, Known>();
  /** Sources that could not be read as a whole. */
  readonly #broken = new Map<string, Module>();
  readonly #edited = new Edited();
  #snapshot: Snapshot | undefined;

  constructor(guard: Guard) {
    this.#guard = guard;
  }

  /**
   * Takes a new snapshot, and answers what changed. A module in which one statement changed stays the same object, and so does
   * everything else in it: only its places move.
   */
  take(snapshot: Snapshot): readonly Change[] {
    this.#snapshot = snapshot;
    const changed = this.#mayHaveChanged(snapshot).filter(([file, known]) => snapshot.version(file) !== known.version);
    for (const [file] of changed) {
      this.#known.delete(file);
      this.#broken.delete(file);
    }
    return changed.map(([file, known]) => this.#change(file, known));
  }

  #mayHaveChanged(snapshot: Snapshot): readonly (readonly [string, Known])[] {
    const edited = this.#edited.since(snapshot);
    if (edited === undefined) return [...this.#known];
    return [...edited].flatMap((file) => {
      const known = this.#known.get(file);
      return known === undefined ? [] : [[file, known] as const];
    });
  }

  get(file: string): Module | undefined {
    const known = this.#known.get(file);
    if (known !== undefined) return known.module;
    const version = this.#snapshot?.version(file);
    if (version === undefined) return undefined;
    const text = isReadable(file) ? this.#snapshot?.text(file) : undefined;
    const module = this.#read(file, text);
    this.#keep(file, { version, text, module });
    return module;
  }

  /**
   * Where these sources could not be read, the first place of each. Which others were read depends on what was there before, and an answer
   * must not. They are asked for only where there is any such source.
   */
  unread(files: () => readonly string[]): readonly UnresolvedPlace[] {
    if (this.#broken.size === 0) return [];
    return [...new Set(files())].sort().flatMap((file) => {
      const module = this.#broken.get(file);
      return module === undefined ? [] : [placeOf(file, module.problems)];
    });
  }

  #keep(file: string, known: Known): void {
    this.#known.set(file, known);
    if (known.module !== undefined && known.module.problems.length > 0 && isSource(file)) this.#broken.set(file, known.module);
  }

  #read(file: string, text: string | undefined): Module | undefined {
    return text === undefined || (isData(file) && text.length > largestData)
      ? undefined
      : this.#guard.run('reader', file, () => readSource(file, text));
  }

  #change(file: string, { module, text }: Known): Change {
    const version = this.#snapshot?.version(file);
    const now = module === undefined || version === undefined ? undefined : this.#snapshot?.text(file);
    if (module === undefined || text === undefined || version === undefined || now === undefined) return { file, before: module };
    const alone = isData(file) ? undefined : this.#guard.run('reader', file, () => replant({ module, text }, now, isChange));
    if (alone !== undefined) {
      this.#keep(file, { version, text: now, module });
      return { file, before: module, sections: alone };
    }
    const fresh = this.#read(file, now);
    if (fresh === undefined) return { file, before: module };
    const sections = isData(file)
      ? undefined
      : this.#guard.run('reader', file, () => graft({ module, text }, { module: fresh, text: now }, isChange));
    this.#keep(file, { version, text: now, module: sections === undefined ? fresh : module });
    return { file, before: module, ...(sections === undefined ? {} : { sections }) };
  }
}

function placeOf(file: string, problems: Module['problems']): UnresolvedPlace {
  const [first, ...more] = [...problems].sort((a, b) => a.span.start - b.span.start);
  const { start, end } = first!.span;
  const others = more.length === 0 ? '' : ` (nor at ${more.length} other ${more.length === 1 ? 'place' : 'places'})`;
  return { file, span: { start, end }, reason: `the code could not be read here${others}, so tools and calls around it may be missing` };
}

import { joined, type SourceCell } from '../analysis/syntax/notebook/notebook.js';
import type { Host } from './host.js';
import { createReader, type Filters, type How, type Reader, type Looked, type Reason, type Text } from './reading.js';

interface State extends Looked {
  /** Read because another file imports it. */
  readonly whole?: boolean;
}

/** Texts of files, from the disk and, above it, from the editor. */
export class Documents {
  readonly #reader: Reader;
  readonly #disk = new Map<string, State>();
  readonly #unsaved = new Map<string, State & { readonly raw: string }>();

  constructor(host: Host, filters: Filters) {
    this.#reader = createReader(host, filters);
  }

  /** `true` when this is another text than before. */
  setText(file: string, text: string): boolean {
    if (this.#unsaved.get(file)?.raw === text) return false;
    this.#unsaved.set(file, { raw: text, ...this.#reader.text(file, text) });
    return true;
  }

  /** The code cells of a notebook that an editor holds open; `true` when they are others than before, or stand elsewhere. */
  setCells(file: string, cells: readonly SourceCell[]): boolean {
    const raw = JSON.stringify(cells.map(({ document, source }) => [document, source]));
    if (this.#unsaved.get(file)?.raw === raw) return false;
    this.#unsaved.set(file, { raw, ...this.#reader.judge(joined(cells), file) });
    return true;
  }

  clearText(file: string): boolean {
    return this.#unsaved.delete(file);
  }

  unsaved(file: string): string | undefined {
    return this.#unsaved.get(file)?.raw;
  }

  unsavedFiles(): readonly string[] {
    return [...this.#unsaved.keys()];
  }

  get(file: string): Text | undefined {
    return this.#state(file)?.text;
  }

  skipped(file: string): Reason | undefined {
    return this.#state(file)?.skipped;
  }

  /** The file was read, with whatever outcome. */
  isKnown(file: string): boolean {
    return this.#state(file) !== undefined;
  }

  /**
   * Reads a file from the disk. A filtered source keeps its text only when it may matter by itself; a whole one, which
   * another file imports, always does.
   */
  async read(file: string, how: How): Promise<void> {
    this.#disk.set(file, { ...(await this.#reader.fetch(file, how)), whole: how === 'whole' });
  }

  /** Takes over what other readers say of some of these files on the disk. All of them stand in this order, whoever has read them. */
  take(files: readonly string[], others: ReadonlyMap<string, Looked>): void {
    for (const file of files) {
      const looked = others.get(file);
      const state = looked === undefined ? this.#disk.get(file) : { ...looked, whole: false };
      this.#disk.delete(file);
      if (state !== undefined) this.#disk.set(file, state);
    }
  }

  /** Reads a file again, the way it was read before; a file that is not there any more is forgotten. */
  async refresh(file: string, exists: boolean): Promise<void> {
    const before = this.#disk.get(file);
    if (!before) return;
    if (exists) await this.read(file, before.whole ? 'whole' : 'filtered');
    else this.#disk.delete(file);
  }

  /** What was filtered out may be asked for again as a whole. */
  needsWhole(file: string): boolean {
    const state = this.#state(file);
    return state === undefined || (!state.text && !state.skipped && !state.whole);
  }

  /** Whether one of these files is there with its text. */
  holdsText(wanted: (file: string) => boolean): boolean {
    for (const [file, { text }] of this.#unsaved) if (text !== undefined && wanted(file)) return true;
    for (const [file, { text }] of this.#disk) if (text !== undefined && wanted(file)) return true;
    return false;
  }

  files(): readonly string[] {
    return [...this.#disk.keys()];
  }

  #state(file: string): State | undefined {
    return this.#unsaved.get(file) ?? this.#disk.get(file);
  }
}

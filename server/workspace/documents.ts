import { decode } from './decode.js';
import { hashText } from './hash.js';
import { readNotebook } from '../analysis/syntax/notebook/file.js';
import { isNotebook } from '../analysis/syntax/notebook/is-notebook.js';
import { joined, type Notebook, type SourceCell } from '../analysis/syntax/notebook/notebook.js';
import type { Host } from './host.js';
import type { Prefilter } from './prefilter.js';

/** Sources above this size, in bytes or UTF-16 units, are not parsed. */
const largestSource = 2 * 1024 * 1024;

interface Text {
  /** What is analyzed: of a notebook, the code of its cells. */
  readonly text: string;
  /** Leads from there to the cells and the file. */
  readonly notebook?: Notebook;
  readonly version: string;
  /** May define tools, so its imports matter. */
  readonly tools: boolean;
  /** May hold a secret, a fallback for one, or what leads from development to production. */
  readonly secrets: boolean;
  /** Reads environment variables. */
  readonly environment: boolean;
}

/** Why a file was not, or only partly, looked at. */
export interface Reason {
  readonly reason: string;
  /** It should have been possible. */
  readonly failed: boolean;
}

interface State {
  /** Absent: looked at, and without anything of interest. */
  readonly text?: Text;
  readonly skipped?: Reason;
  /** Read because another file imports it. */
  readonly whole?: boolean;
}

/** What makes a source worth keeping. */
export interface Filters {
  readonly tools: Prefilter;
  readonly secrets: (text: string, file: string) => boolean;
  /** Quick answer: may a text read environment variables? */
  readonly reads: (text: string) => boolean;
}

const readsEnvironment = /process\.env|os\.environ|getenv|\.meta\.env|(?:Deno|Bun)\.env|\{ ?env\b|createEnv|cleanEnv/;

/** Texts of files, from the disk and, above it, from the editor. */
export class Documents {
  readonly #host: Host;
  readonly #filters: Filters;
  readonly #disk = new Map<string, State>();
  readonly #unsaved = new Map<string, State & { readonly raw: string }>();

  constructor(host: Host, filters: Filters) {
    this.#host = host;
    this.#filters = filters;
  }

  /** `true` when this is another text than before. */
  setText(file: string, text: string): boolean {
    if (this.#unsaved.get(file)?.raw === text) return false;
    this.#unsaved.set(file, { raw: text, ...this.#read(file, text) });
    return true;
  }

  /** The code cells of a notebook that an editor holds open; `true` when they are others than before, or stand elsewhere. */
  setCells(file: string, cells: readonly SourceCell[]): boolean {
    const raw = JSON.stringify(cells.map(({ document, source }) => [document, source]));
    if (this.#unsaved.get(file)?.raw === raw) return false;
    this.#unsaved.set(file, { raw, ...this.#judge(joined(cells), file) });
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
  async read(file: string, how: 'filtered' | 'whole'): Promise<void> {
    this.#disk.set(file, { ...(await this.#fetch(file, how)), whole: how === 'whole' });
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

  async #fetch(file: string, how: 'filtered' | 'whole'): Promise<State> {
    const answer = await this.#host.read(file);
    if ('problem' in answer) {
      const reason = answer.gone ? 'gone since it was listed' : answer.problem;
      return { skipped: { reason, failed: !answer.gone && !answer.problem.startsWith('larger') } };
    }
    const { bytes } = answer;
    // Most of a notebook is pictures and tables that its cells left behind.
    if (bytes.length > largestSource && !isNotebook(file)) return { skipped: tooLarge };
    const decoded = decode(bytes);
    if ('binary' in decoded) return { skipped: { reason: 'binary', failed: false } };
    const state = this.#read(file, decoded.text, how);
    if (state.text === undefined || decoded.encoding !== 'latin1') return state;
    return { skipped: { reason: 'read as Latin-1, since it is not valid UTF-8', failed: false }, ...state };
  }

  #read(file: string, text: string, how: 'filtered' | 'whole' = 'whole'): State {
    if (!isNotebook(file)) return this.#judge(text, file, how);
    const { notebook, problem } = readNotebook(text);
    return { ...(notebook && this.#judge(notebook, file, how)), ...(problem && { skipped: problem }) };
  }

  #judge(source: string | Notebook, file: string, how: 'filtered' | 'whole' = 'whole'): State {
    const text = typeof source === 'string' ? source : source.code;
    if (text.length > largestSource) return { skipped: tooLarge };
    const filters = this.#filters;
    const tools = filters.tools.inText(text);
    const secrets = filters.secrets(text, file);
    const environment = filters.reads(text) && readsEnvironment.test(text);
    if (how === 'filtered' && !tools && !secrets && !environment) return nothing;
    return {
      text: { text, version: hashText(text), tools, secrets, environment, ...(typeof source === 'string' ? {} : { notebook: source }) },
    };
  }
}

const nothing: State = {};
const tooLarge: Reason = { reason: 'larger than 2 MB', failed: false };

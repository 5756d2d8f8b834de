import { decode, isBinary, isWide, type Encoding } from './decode.js';
import { hashText } from './hash.js';
import { readNotebook } from '../analysis/syntax/notebook/file.js';
import { isNotebook } from '../analysis/syntax/notebook/is-notebook.js';
import type { Notebook } from '../analysis/syntax/notebook/notebook.js';
import type { Host } from './host.js';
import type { Prefilter } from './prefilter.js';

/** Sources above this size, in bytes or UTF-16 units, are not parsed. */
const largestSource = 2 * 1024 * 1024;

export interface Text {
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

/** What there is to say of one file. */
export interface Looked {
  /** Absent: looked at, and without anything of interest. */
  readonly text?: Text;
  readonly skipped?: Reason;
}

/** A filtered source keeps its text only when it may matter by itself. */
export type How = 'filtered' | 'whole';

/** What makes a source worth keeping. */
export interface Filters {
  readonly tools: Prefilter;
  readonly secrets: (text: string, file: string) => boolean;
  /** Quick answer: may a text read environment variables? */
  readonly reads: (text: string) => boolean;
  /** What stands in bytes, before they are a text; `undefined` where nobody can tell. */
  readonly spots: (bytes: Uint8Array) => Spotted | undefined;
  /** A file may matter even when nothing stands there. */
  readonly matters: (file: string) => boolean;
}

export interface Spotted {
  /** A word of tools. */
  readonly tools: boolean;
  /** A word of anything. */
  readonly any: boolean;
  /** Tells the filters, when the bytes are this text. */
  heed(text: string, encoding: Encoding): void;
}

const readsEnvironment = /process\.env|os\.environ|getenv|\.meta\.env|(?:Deno|Bun)\.env|\{ ?env\b|createEnv|cleanEnv/;

/** Reads files and says whether they matter. What it says of a file depends on nothing but the file. */
export interface Reader {
  fetch(file: string, how: How): Promise<Looked>;
  /** The same of the content of a file. */
  text(file: string, text: string): Looked;
  judge(source: string | Notebook, file: string): Looked;
}

/** Reads sources together with others. */
export interface Sharing {
  /** A source was found, and will most likely have to be read. */
  ahead(file: string): void;
  /** Calls `read` for some of the files, and answers with what was read of the others. */
  read(files: readonly string[], read: (file: string) => Promise<void>): Promise<ReadonlyMap<string, Looked>>;
}

export function createReader(host: Pick<Host, 'read'>, filters: Filters): Reader {
  const fetch = async (file: string, how: How): Promise<Looked> => {
    const answer = await host.read(file);
    if ('problem' in answer) {
      const reason = answer.gone ? 'gone since it was listed' : answer.problem;
      return { skipped: { reason, failed: !answer.gone && !answer.problem.startsWith('larger') } };
    }
    const { bytes } = answer;
    // Most of a notebook is pictures and tables that its cells left behind.
    if (bytes.length > largestSource && !isNotebook(file)) return { skipped: tooLarge };
    const isSource = how === 'filtered' && !isNotebook(file) && !isWide(bytes);
    const spotted = isSource ? filters.spots(bytes) : undefined;
    if (spotted?.any === false && !filters.matters(file)) return isBinary(bytes) ? binary : nothing;
    const decoded = decode(bytes);
    if ('binary' in decoded) return binary;
    spotted?.heed(decoded.text, decoded.encoding);
    const state = read(file, decoded.text, how, spotted);
    if (state.text === undefined || decoded.encoding !== 'latin1') return state;
    return { skipped: { reason: 'read as Latin-1, since it is not valid UTF-8', failed: false }, ...state };
  };

  const read = (file: string, text: string, how: How = 'whole', spotted?: Spotted): Looked => {
    if (!isNotebook(file)) return judge(text, file, how, spotted);
    const { notebook, problem } = readNotebook(text);
    return { ...(notebook && judge(notebook, file, how)), ...(problem && { skipped: problem }) };
  };

  const judge = (source: string | Notebook, file: string, how: How = 'whole', spotted?: Spotted): Looked => {
    const text = typeof source === 'string' ? source : source.code;
    if (text.length > largestSource) return { skipped: tooLarge };
    const tools = spotted?.tools ?? filters.tools.inText(text);
    const secrets = filters.secrets(text, file);
    const environment = filters.reads(text) && readsEnvironment.test(text);
    if (how === 'filtered' && !tools && !secrets && !environment) return nothing;
    return {
      text: { text, version: hashText(text), tools, secrets, environment, ...(typeof source === 'string' ? {} : { notebook: source }) },
    };
  };
  return { fetch, text: (file, text) => read(file, text), judge: (source, file) => judge(source, file) };
}

const nothing: Looked = {};
const binary: Looked = { skipped: { reason: 'binary', failed: false } };
const tooLarge: Reason = { reason: 'larger than 2 MB', failed: false };

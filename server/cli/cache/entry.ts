import type { Notebook } from '../../analysis/syntax/notebook/notebook.js';
import type { FailLevel } from '../../workspace/config.js';
import { join, relative } from '../../workspace/paths.js';
import { toldOf, type Look, type Told } from '../told.js';
import { digestOf } from './digest.js';
import type { Questions } from './questions.js';

/** What is kept of one run. All paths in it are relative to the folder of the run. */
export interface Entry {
  readonly questions: Questions;
  readonly result: Told;
  /** Files with findings, with the severity that fails there. */
  readonly failOn: readonly (readonly [file: string, level: FailLevel])[];
  /** Files whose lines are shown. The text is not kept but read again. */
  readonly texts: readonly string[];
}

export function entryOf(questions: Questions, { result, session }: Look, cwd: string): Entry {
  const files = new Set<string>();
  const short = (file: string): string => relative(cwd, file);
  const told = toldOf(result);
  const kept = withFiles(told, (file) => {
    files.add(file);
    return short(file);
  });
  const accused = new Set(told.findings.map(({ place }) => place.file));
  return {
    questions,
    result: { ...kept, unreadable: told.unreadable.map(short) },
    failOn: [...accused].map((file) => [short(file), session.configFor(file).failOn]),
    texts: [...files].filter((file) => session.text(file) !== undefined).map(short),
  };
}

/** The answer as it was, with texts and notebooks that were read just now. */
export function lookOf(
  { result, failOn }: Entry,
  texts: ReadonlyMap<string, string>,
  notebooks: ReadonlyMap<string, Notebook>,
  cwd: string,
): Look {
  const long = (file: string): string => join(cwd, file);
  const levels = new Map(failOn.map(([file, level]) => [long(file), level]));
  return {
    session: {
      text: (file) => notebooks.get(file)?.code ?? texts.get(file),
      notebook: (file) => notebooks.get(file),
      configFor: (file) => ({ failOn: levels.get(file)! }),
    },
    result: { ...withFiles(result, long), unreadable: result.unreadable.map(long) },
    name: (file) => relative(cwd, file),
    missing: [],
  };
}

/**
 * Bytes of an entry, with a checksum over them and over the name that they are kept under.
 *
 * @returns `undefined` when something in the entry would not be read back as it is
 */
export function encodeEntry(entry: Entry, name: string): Uint8Array | undefined {
  let exact = true;
  const body = JSON.stringify(entry, (_key, value: unknown) => {
    exact &&= typeof value !== 'number' || (Number.isFinite(value) && !Object.is(value, -0));
    return value;
  });
  return exact ? new TextEncoder().encode(`${digestOf(`${name}\n${body}`)}\n${body}`) : undefined;
}

/** The entry in these bytes; `undefined` when they are not what was written under this name. */
export function decodeEntry(bytes: Uint8Array, name: string): Entry | undefined {
  const text = new TextDecoder().decode(bytes);
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (end < 0 || text.slice(0, end) !== digestOf(`${name}\n${body}`)) return undefined;
  try {
    return JSON.parse(body) as Entry;
  } catch {
    return undefined;
  }
}

/** The same data with other paths: they all stand under the name `file`. */
function withFiles<T>(value: T, path: (file: string) => string): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => withFiles(item, path)) as T;
  const entries = Object.entries(value).map(([key, item]: [string, unknown]) => [
    key,
    key === 'file' && typeof item === 'string' ? path(item) : withFiles(item, path),
  ]);
  return Object.fromEntries(entries) as T;
}

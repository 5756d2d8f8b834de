/** Statements that only DuckDB has. https://duckdb.org/docs/stable/sql/statements/overview */
import type { EffectClass } from '../../../../rules/kit/index.js';
import { readCalls } from './functions.js';
import { add, addUnknown, type Reading } from './reading.js';
import { commas, find, isWord, readPath, skip, some, type Tokens } from './shape.js';
import { holeMark } from './tokens.js';

/** `INSTALL httpfs` downloads code; which code must be known. */
export function readInstall(tokens: Tokens, reading: Reading): void {
  const at = skip(tokens, 1, ['AND', 'LOAD']);
  // MySQL's plugins and components are libraries that the server runs.
  if (isWord(tokens[at], 'PLUGIN', 'COMPONENT')) return add(reading, { class: 'exec', verb: 'INSTALL' });
  const table = extension(tokens, at);
  if (table === undefined) addUnknown(reading, 'INSTALL');
  else add(reading, { class: 'write.set', verb: 'INSTALL', table, ensures: !isWord(tokens[0], 'FORCE') });
}

/** `LOAD httpfs` takes what was installed into the session; a library that a path names may be anything. */
export function readLoadExtension(tokens: Tokens, reading: Reading): void {
  const table = extension(tokens, 1);
  if (table === undefined) addUnknown(reading, 'LOAD');
  else add(reading, { class: 'read', verb: 'LOAD', table });
}

/** The name of an extension, neither a path nor unknown. */
function extension(tokens: Tokens, at: number): string | undefined {
  const named = readPath(tokens, at)?.text ?? '';
  return /^\w+$/.test(named) ? named : undefined;
}

/** Databases elsewhere, which attaching does not make. */
const elsewhere = /^(?:https?|s3|gs|gcs|r2|az|azure|abfss?|hf|ducklake|postgres(?:ql)?|mysql):/i;

/** Makes a database file that is missing, unless it is for reading only, in memory, or a server's. */
export function readAttach(tokens: Tokens, reading: Reading): void {
  const place = tokens[skip(tokens, 1, ['DATABASE', 'IF', 'NOT', 'EXISTS', 'OR', 'REPLACE'])];
  const path = place?.kind === 'value' ? place.text : '';
  const options = tokens.flatMap((token) => (token.kind === 'group' ? commas(token.items) : []));
  const chosen = (...words: string[]) => options.some((option) => option.some((word) => isWord(word, ...words)));
  const remote = (elsewhere.test(path) && !chosen('READ_WRITE')) || chosen('POSTGRES', 'MYSQL', 'ICEBERG', 'DELTA');
  const reads = chosen('READ_ONLY') || path.toLowerCase().startsWith(':memory:') || remote;
  add(reading, reads ? { class: 'read', verb: 'ATTACH' } : { class: 'write.set', verb: 'ATTACH', ensures: true });
}

/** A secret lives as long as the process, unless it is asked to last. */
export function readSecret(
  tokens: Tokens,
  reading: Reading,
  found: { readonly verb: string; readonly table: string | undefined },
): boolean {
  const head = tokens.findIndex(({ kind }) => kind === 'group');
  const named = head < 0 ? tokens : tokens.slice(0, head);
  const lasts = named.some((token) => isWord(token, 'PERSISTENT', 'MOTHERDUCK'));
  if (lasts) return false;
  add(reading, { class: 'read', ...found });
  return true;
}

/** Procedures are functions that give a table. */
export function readProcedure(tokens: Tokens, reading: Reading): void {
  const inside: Reading = { ...reading, statements: [] };
  readCalls(tokens, inside);
  reading.complete &&= inside.complete;
  for (const found of inside.statements) reading.statements.push({ ...found, verb: 'CALL' });
  if (inside.statements.length === 0) add(reading, { class: 'read', verb: 'CALL', table: readPath(tokens, 1)?.text });
}

export function readExport(tokens: Tokens, reading: Reading): void {
  if (isWord(tokens[1], 'DATABASE')) add(reading, { class: 'write.set', verb: 'EXPORT DATABASE' });
  else addUnknown(reading, 'EXPORT');
}

/** What is imported is a program of statements; the place of a known folder is the author's. */
export function readImport(tokens: Tokens, reading: Reading): void {
  const place = tokens[2];
  const known = place?.kind === 'value' && !place.text.includes(holeMark);
  if (!isWord(tokens[1], 'DATABASE') || !known) addUnknown(reading, 'IMPORT');
  else add(reading, { class: 'write.add', verb: 'IMPORT DATABASE', exclusive: true });
}

/** `COPY FROM DATABASE a TO b` */
export function readCopyDatabase(tokens: Tokens, reading: Reading): void {
  const to = find(tokens, ['TO']);
  const schema = some(tokens.slice(to), (token) => isWord(token, 'SCHEMA'));
  const change = { class: 'write.add', verb: 'COPY', table: to < 0 ? undefined : readPath(tokens, to + 1)?.text } as const;
  add(reading, { ...change, exclusive: schema });
}

/** Pragmas that do something; the others show something, or set what ends with the process. */
const pragmas: Readonly<Record<string, EffectClass>> = {
  CREATE_FTS_INDEX: 'write.add',
  DROP_FTS_INDEX: 'destroy',
  FORCE_CHECKPOINT: 'write.set',
  IMPORT_DATABASE: 'write.add',
};

/** Whether the pragma of this name is one of DuckDB's that change a database. */
export function readDuckPragma(name: string, tokens: Tokens, reading: Reading): boolean {
  const change = pragmas[name];
  if (change === undefined) return false;
  const again = some(
    tokens,
    (token, i, siblings) => isWord(token, 'OVERWRITE') && (siblings[i + 2] as { text?: string } | undefined)?.text === '1',
  );
  add(reading, {
    class: change === 'write.add' && again ? 'write.set' : change,
    verb: 'PRAGMA',
    exclusive: change === 'write.add' && !again,
  });
  return true;
}

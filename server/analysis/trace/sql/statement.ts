/** From the tokens of one statement to what it does. */
import { readDelete, readInsert, readMerge, readUpdate } from './change.js';
import {
  readAttach,
  readCopyDatabase,
  readDuckPragma,
  readExport,
  readImport,
  readInstall,
  readLoadExtension,
  readProcedure,
} from './duckdb.js';
import { readAlter, readCreate, readDrop, readMaintenance } from './definition.js';
import { readCalls } from './functions.js';
import { add, addUnknown, type Reading } from './reading.js';
import { commas, find, isSign, isWord, readPath, skip, type Tokens } from './shape.js';

/** Reads one statement, and the ones inside it, into `reading`. */
export function readStatement(tokens: Tokens, reading: Reading): void {
  const first = tokens[0];
  if (first === undefined) return;
  if (first.kind === 'group') {
    readStatement(first.items, reading);
    if (tokens.length > 1) readCalls(tokens.slice(1), reading);
    return;
  }
  const reader = first.kind === 'word' ? readers[first.text] : undefined;
  if (reader !== undefined) return reader(tokens, reading);
  const maintenance = first.kind === 'word' && readMaintenance(first.text, tokens, reading);
  if (!maintenance) addUnknown(reading, '');
}

const readers: Readonly<Record<string, (tokens: Tokens, reading: Reading) => void>> = {
  SELECT: readSelect,
  FROM: readSelect,
  VALUES: (tokens, reading) => {
    add(reading, { class: 'read', verb: 'VALUES' });
    readCalls(tokens, reading);
  },
  TABLE: (tokens, reading) => add(reading, { class: 'read', verb: 'TABLE', table: readPath(tokens, 1)?.text }),
  WITH: readWith,
  INSERT: readInsert,
  REPLACE: readInsert,
  UPDATE: readUpdate,
  DELETE: readDelete,
  MERGE: readMerge,
  TRUNCATE: (tokens, reading) => {
    const table = readPath(tokens, skip(tokens, 1, ['TABLE', 'ONLY']))?.text;
    add(reading, { class: 'destroy', verb: 'TRUNCATE', table, bounded: false });
  },
  CREATE: readCreate,
  ALTER: readAlter,
  DROP: readDrop,
  EXPLAIN: readExplain,
  DESCRIBE: readExplain,
  DESC: readExplain,
  PREPARE: (tokens, reading) => {
    const at = find(tokens, ['AS']);
    if (at < 0) addUnknown(reading, 'PREPARE');
    else readStatement(tokens.slice(at + 1), reading);
  },
  DECLARE: (tokens, reading) => {
    const at = find(tokens, ['FOR']);
    if (at < 0) addUnknown(reading, 'DECLARE');
    else readStatement(tokens.slice(at + 1), reading);
  },
  BEGIN: (tokens, reading) => transaction(tokens, reading, 'BEGIN'),
  START: (tokens, reading) => transaction(tokens, reading, 'START TRANSACTION'),
  SET: readSet,
  PRAGMA: readPragma,
  COPY: readCopy,
  LOAD: readLoad,
  ATTACH: readAttach,
  INSTALL: readInstall,
  FORCE: readForced,
  EXPORT: readExport,
  IMPORT: readImport,
  PIVOT: readFolded,
  UNPIVOT: readFolded,
  SUMMARIZE: readFolded,
  CALL: (tokens, reading) => (reading.dialect === 'duckdb' ? readProcedure(tokens, reading) : routine(tokens, reading)),
  EXECUTE: routine,
  EXEC: routine,
  DO: (_, reading) => addUnknown(reading, 'DO'),
};

function routine(tokens: Tokens, reading: Reading): void {
  addUnknown(reading, (tokens[0] as { text: string }).text, readPath(tokens, 1)?.text);
}

/** `FORCE INSTALL`, `FORCE CHECKPOINT` */
function readForced(tokens: Tokens, reading: Reading): void {
  if (isWord(tokens[1], 'INSTALL')) readInstall([tokens[0]!, ...tokens.slice(2)], reading);
  else if (isWord(tokens[1], 'CHECKPOINT')) add(reading, { class: 'write.set', verb: 'CHECKPOINT', ensures: true });
  else addUnknown(reading, 'FORCE');
}

function readFolded(tokens: Tokens, reading: Reading): void {
  add(reading, { class: 'read', verb: (tokens[0] as { text: string }).text, table: readPath(tokens, 1)?.text });
  readCalls(tokens, reading);
}

function readSelect(tokens: Tokens, reading: Reading): void {
  const from = find(tokens, ['FROM']);
  const path = from < 0 ? undefined : readPath(tokens, skip(tokens, from + 1, ['ONLY', 'LATERAL']));
  const into = find(tokens, ['INTO']);
  const target = into < 0 ? undefined : tokens[into + 1];
  const variable = target?.kind === 'value' || (reading.dialect === 'mysql' && !isWord(target, 'OUTFILE', 'DUMPFILE'));
  const locks = tokens.some((token, i) => isWord(token, 'FOR') && isWord(tokens[i + 1], 'UPDATE', 'NO'));
  if (target === undefined || variable)
    add(reading, { class: 'read', verb: 'SELECT', table: path?.text, ...(locks ? { locks: true } : {}) });
  else if (isWord(target, 'OUTFILE', 'DUMPFILE')) add(reading, { class: 'write.add', verb: 'SELECT INTO', exclusive: true });
  else {
    const table = readPath(tokens, skip(tokens, into + 1, ['TEMP', 'TEMPORARY', 'UNLOGGED', 'TABLE']))?.text;
    if (isWord(target, 'TEMP', 'TEMPORARY')) reading.temporary.add((table ?? '').toUpperCase());
    add(reading, { class: 'write.add', verb: 'SELECT INTO', table, exclusive: true });
  }
  readCalls(tokens, reading);
}

/** Queries with names in front of a statement; each of them may change data itself. */
function readWith(tokens: Tokens, reading: Reading): void {
  let at = skip(tokens, 1, ['RECURSIVE']);
  for (;;) {
    const as = find(tokens, ['AS'], at);
    const body = as < 0 ? -1 : skip(tokens, as + 1, ['NOT', 'MATERIALIZED']);
    const group = tokens[body];
    if (group?.kind !== 'group') return addUnknown(reading, '');
    if (isWord(group.items[0], 'SELECT', 'VALUES', 'TABLE') || group.items[0]?.kind === 'group') readCalls(group.items, reading);
    else readStatement(group.items, reading);
    at = body + 1;
    if (!isSign(tokens[at], ',')) break;
  }
  // SEARCH and CYCLE clauses of recursive queries stand before the statement.
  const main = find(tokens, ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'MERGE', 'VALUES', 'TABLE', 'REPLACE'], at);
  if (main >= 0) return readStatement(tokens.slice(main), reading);
  const rest = tokens.slice(at);
  if (rest[0]?.kind === 'group') readStatement(rest, reading);
  else addUnknown(reading, '');
}

function readExplain(tokens: Tokens, reading: Reading): void {
  const options = tokens[1]?.kind === 'group' ? tokens[1].items : [];
  const chosen = commas(options).find((item) => isWord(item[0], 'ANALYZE', 'ANALYSE'));
  const off = chosen !== undefined && (isWord(chosen[1], 'FALSE', 'OFF') || (chosen[1]?.kind === 'value' && chosen[1].text === '0'));
  let start = options.length > 0 ? 2 : 1;
  let runs = chosen !== undefined && !off;
  for (; isWord(tokens[start], 'ANALYZE', 'ANALYSE', 'VERBOSE', 'EXTENDED', 'FORMAT'); start += 1) {
    if (isWord(tokens[start], 'FORMAT')) start += 2;
    else if (!isWord(tokens[start], 'VERBOSE', 'EXTENDED')) runs = true;
  }
  if (runs) readStatement(tokens.slice(start), reading);
  else add(reading, { class: 'read', verb: (tokens[0] as { text: string }).text });
}

function isReadOnly(tokens: Tokens): boolean {
  return tokens.some((token, i) => isWord(token, 'READ') && isWord(tokens[i + 1], 'ONLY'));
}

function transaction(tokens: Tokens, reading: Reading, verb: string): void {
  add(reading, { class: 'read', verb: isReadOnly(tokens) ? `${verb} READ ONLY` : verb });
}

const readOnlySwitches = ['DEFAULT_TRANSACTION_READ_ONLY', 'TRANSACTION_READ_ONLY', 'QUERY_ONLY'];

/** Whether `name = on` stands in the tokens for a switch that forbids writing. */
function switchesReadOnly(tokens: Tokens): boolean {
  const at = find(tokens, readOnlySwitches);
  if (at < 0) return false;
  const value = tokens[at + 2];
  return isWord(value, 'ON', 'TRUE', 'YES') || (value?.kind === 'value' && /^(?:1|on|true)$/i.test(value.text));
}

function readSet(tokens: Tokens, reading: Reading): void {
  const scope = tokens[1];
  const kept = reading.dialect !== 'duckdb';
  if (kept && scope?.kind === 'word' && ['GLOBAL', 'PERSIST', 'PERSIST_ONLY', 'PASSWORD'].includes(scope.text)) {
    return add(reading, { class: 'write.set', verb: `SET ${scope.text}` });
  }
  const readOnly = (find(tokens, ['TRANSACTION']) >= 0 && isReadOnly(tokens)) || switchesReadOnly(tokens);
  add(reading, { class: 'read', verb: readOnly ? 'SET TRANSACTION READ ONLY' : 'SET' });
}

/** Settings of SQLite that are kept in the database file; the others end with the connection. */
const keptPragmas = new Set([
  'USER_VERSION',
  'APPLICATION_ID',
  'JOURNAL_MODE',
  'AUTO_VACUUM',
  'PAGE_SIZE',
  'ENCODING',
  'SCHEMA_VERSION',
  'WRITABLE_SCHEMA',
  'DEFAULT_CACHE_SIZE',
  'LEGACY_FILE_FORMAT',
  'REKEY',
]);

function readPragma(tokens: Tokens, reading: Reading): void {
  const path = readPath(tokens, 1);
  const name = path?.text.slice(path.text.lastIndexOf('.') + 1).toUpperCase() ?? '';
  if (name === '') reading.complete = false;
  else if (readDuckPragma(name, tokens, reading)) return;
  const assigns = path !== undefined && tokens[path.end] !== undefined;
  if (assigns && switchesReadOnly(tokens)) add(reading, { class: 'read', verb: 'SET TRANSACTION READ ONLY' });
  else add(reading, { class: assigns && keptPragmas.has(name) ? 'write.set' : 'read', verb: 'PRAGMA' });
}

function readCopy(tokens: Tokens, reading: Reading): void {
  if (isWord(tokens[1], 'FROM') && isWord(tokens[2], 'DATABASE')) return readCopyDatabase(tokens, reading);
  const table = readPath(tokens, 1)?.text;
  const direction = find(tokens, ['FROM', 'TO']);
  const place = tokens[direction + 1];
  if (tokens[1]?.kind === 'group') readCalls(tokens[1].items, reading);
  if (direction < 0) return addUnknown(reading, 'COPY', table);
  if (isWord(place, 'PROGRAM')) return add(reading, { class: 'exec', verb: 'COPY', table });
  if (isWord(tokens[direction], 'FROM')) return add(reading, { class: 'write.add', verb: 'COPY', table });
  add(reading, { class: isWord(place, 'STDOUT') ? 'read' : 'write.set', verb: 'COPY', table });
}

function readLoad(tokens: Tokens, reading: Reading): void {
  const into = find(tokens, ['INTO']);
  const table = into < 0 ? undefined : readPath(tokens, skip(tokens, into + 1, ['TABLE']))?.text;
  if (!isWord(tokens[1], 'DATA', 'XML') || into < 0) return readLoadExtension(tokens, reading);
  const conflict = isWord(tokens[into - 1], 'REPLACE', 'IGNORE');
  add(reading, { class: conflict ? 'write.set' : 'write.add', verb: 'LOAD', table, conflict, ensures: isWord(tokens[into - 1], 'IGNORE') });
}

/** Statements about tables and the server rather than rows. */
import type { EffectClass } from '../../../../rules/kit/index.js';
import { add, addUnknown, type Reading } from './reading.js';
import { readSecret } from './duckdb.js';
import { clauseHole, commas, find, isWord, readPath, skip, type Tokens } from './shape.js';

/** Things that are created, altered and dropped. */
const kinds = (
  'TABLE VIEW INDEX DATABASE SCHEMA FUNCTION PROCEDURE ROUTINE TRIGGER SEQUENCE TYPE DOMAIN EXTENSION ROLE USER GROUP POLICY RULE PUBLICATION ' +
  'SUBSCRIPTION SERVER EVENT AGGREGATE CAST OPERATOR COLLATION CONVERSION TABLESPACE STATISTICS LANGUAGE TRANSFORM SYSTEM OWNED ' +
  'KEYSPACE MACRO SECRET'
).split(' ');
/** Dropping these takes the rows with them. */
const holdRows = new Set(['TABLE', 'DATABASE', 'SCHEMA', 'OWNED', 'TABLESPACE', 'KEYSPACE']);

interface Subject {
  readonly kind: string;
  readonly table: string | undefined;
  /** `IF EXISTS` or `IF NOT EXISTS`. */
  readonly careful: boolean;
  readonly end: number;
}

function readSubject(tokens: Tokens): Subject | undefined {
  const at = find(tokens, kinds, 1);
  if (at < 0) return undefined;
  const named = skip(tokens, at + 1, ['CONCURRENTLY', 'IF', 'NOT', 'EXISTS', 'ONLY', 'BY', 'MAPPING', 'FOR']);
  const careful = tokens.slice(at, named).some((token) => isWord(token, 'EXISTS'));
  // `CREATE INDEX ON t` has no name.
  const path = isWord(tokens[named], 'ON') ? undefined : readPath(tokens, named);
  return { kind: (tokens[at] as { text: string }).text, table: path?.text, careful, end: path?.end ?? named };
}

export function readCreate(tokens: Tokens, reading: Reading): void {
  const subject = readSubject(tokens);
  if (subject === undefined) return addUnknown(reading, 'CREATE');
  const { kind, table, careful } = subject;
  const verb = `CREATE ${kind}`;
  if (kind === 'SECRET' && readSecret(tokens, reading, { verb, table })) return;
  const head = tokens.slice(0, subject.end);
  const replaces = head.some((token, i) => isWord(token, 'OR') && isWord(head[i + 1], 'REPLACE'));
  if (head.some((token) => isWord(token, 'TEMP', 'TEMPORARY'))) {
    if (table !== undefined && table !== '') reading.temporary.add(table.toUpperCase());
    return add(reading, { class: 'read', verb, table });
  }
  if (replaces) add(reading, { class: 'write.set', verb, table });
  else add(reading, { class: careful ? 'write.set' : 'write.add', verb, table, ensures: careful, exclusive: !careful });
}

export function readDrop(tokens: Tokens, reading: Reading): void {
  const subject = readSubject(tokens);
  if (subject === undefined) {
    reading.complete = false;
    return add(reading, { class: 'destroy', verb: 'DROP' });
  }
  const { kind, table, careful } = subject;
  add(reading, { class: 'destroy', verb: `DROP ${kind}`, table, bounded: !holdRows.has(kind), exclusive: !careful });
}

export function readAlter(tokens: Tokens, reading: Reading): void {
  const subject = readSubject(tokens);
  if (subject === undefined) return addUnknown(reading, 'ALTER');
  const { kind, table } = subject;
  const verb = `ALTER ${kind}`;
  if (kind === 'SYSTEM') return add(reading, { class: 'write.set', verb });
  if (kind !== 'TABLE') return add(reading, { class: 'write.set', verb, table });
  const actions = commas(tokens.slice(subject.end));
  if (clauseHole(tokens, subject.end) >= 0) reading.complete = false;
  const careful = (action: Tokens) => action.slice(0, 6).some((token) => isWord(token, 'EXISTS'));
  const drops = actions.some((action) => isWord(action[0], 'DROP'));
  const adds = actions.every((action) => isWord(action[0], 'ADD'));
  const change: EffectClass = drops ? 'destroy' : adds && !actions.every(careful) ? 'write.add' : 'write.set';
  const once = actions.some((action) => isWord(action[0], 'ADD', 'DROP', 'RENAME') && !careful(action));
  add(reading, { class: change, verb, table, exclusive: once, ensures: adds && actions.every(careful) });
}

type Flags = 'ensures' | 'exclusive';
/** Verb, class, words to skip before a name (none: no name is read), and flags. */
const others: Readonly<Record<string, readonly [EffectClass, (readonly string[])?, Flags?]>> = {
  ABORT: ['read'],
  ANALYZE: ['write.set', ['TABLE', 'VERBOSE'], 'ensures'],
  CHECK: ['read'],
  CHECKPOINT: ['write.set', undefined, 'ensures'],
  CHECKSUM: ['read'],
  CLOSE: ['read'],
  CLUSTER: ['write.set', ['VERBOSE'], 'ensures'],
  COMMENT: ['write.set'],
  COMMIT: ['read'],
  DEALLOCATE: ['read'],
  DETACH: ['read'],
  DISCARD: ['read'],
  END: ['read'],
  FETCH: ['read'],
  FLUSH: ['write.set', undefined, 'ensures'],
  GRANT: ['write.set'],
  HELP: ['read'],
  KILL: ['destroy'],
  LISTEN: ['read'],
  LOCK: ['read'],
  MOVE: ['read'],
  NOTIFY: ['write.add', []],
  OPTIMIZE: ['write.set', ['LOCAL', 'TABLE', 'NO_WRITE_TO_BINLOG'], 'ensures'],
  PURGE: ['destroy'],
  REASSIGN: ['write.set'],
  REFRESH: ['write.set', ['MATERIALIZED', 'VIEW', 'CONCURRENTLY']],
  REINDEX: ['write.set', ['TABLE', 'INDEX', 'DATABASE', 'SCHEMA', 'SYSTEM', 'CONCURRENTLY', 'VERBOSE'], 'ensures'],
  RELEASE: ['read'],
  RENAME: ['write.set', ['TABLE', 'TABLES'], 'exclusive'],
  REPAIR: ['write.set', ['TABLE', 'LOCAL', 'QUICK'], 'ensures'],
  RESET: ['read'],
  REVOKE: ['write.set'],
  ROLLBACK: ['read'],
  SAVEPOINT: ['read'],
  SHOW: ['read'],
  SHUTDOWN: ['destroy'],
  UNLISTEN: ['read'],
  UNLOCK: ['read'],
  USE: ['read'],
  VACUUM: ['write.set', ['FULL', 'FREEZE', 'VERBOSE', 'ANALYZE'], 'ensures'],
};

/** Reads the statements that need no more than their verb. Returns `false` for a word that begins no statement. */
export function readMaintenance(word: string, tokens: Tokens, reading: Reading): boolean {
  const row = others[word];
  if (row === undefined) return false;
  const [change, skipped, flag] = row;
  if (word === 'VACUUM' && find(tokens, ['INTO']) > 0) add(reading, { class: 'write.add', verb: 'VACUUM INTO', exclusive: true });
  else if (word === 'RESET' && isWord(tokens[1], 'MASTER', 'BINARY')) add(reading, { class: 'destroy', verb: 'RESET' });
  else {
    const start = tokens[1]?.kind === 'group' ? 2 : 1;
    const table = skipped === undefined ? undefined : readPath(tokens, skip(tokens, start, skipped))?.text;
    const verb = word === 'RENAME' ? 'RENAME TABLE' : word;
    add(reading, { class: change, verb, table, ...(flag === undefined ? {} : { [flag]: true }) });
  }
  return true;
}

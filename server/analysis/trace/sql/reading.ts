/** What the reading of SQL text gathers. */
import type { EffectClass } from '../../../../rules/kit/index.js';
import type { Dialect } from './tokens.js';

/** What one statement does. `table` is absent when it is not known. */
export interface SqlStatement {
  readonly class: EffectClass;
  /** `DELETE`, `CREATE TABLE`; empty when the text is unknown or no SQL. */
  readonly verb: string;
  readonly table?: string;
  /** `false` when nothing narrows what is touched. */
  readonly bounded: boolean;
  /** Creates only what is missing. */
  readonly ensures: boolean;
  /** Says what happens when the row exists already. */
  readonly conflict: boolean;
  /** The new value is computed from the old one. */
  readonly relative: boolean;
  /** Fails when repeated. */
  readonly exclusive: boolean;
  /** Holds back others who ask for the same rows, until the transaction ends. */
  readonly locks?: true;
  /** Columns that get a value in a new row, `*` for all of them; of an update, those that build on their old value. Upper case. */
  readonly columns?: readonly string[];
}

/** What the reading of one text has gathered so far. */
export interface Reading {
  readonly dialect: Dialect | undefined;
  /** Unknown pieces are bound as values, or made by a helper of the driver: they never are text. */
  readonly bound: boolean;
  readonly statements: SqlStatement[];
  /** Names of temporary tables, upper case: what happens to them is gone with the connection. */
  readonly temporary: Set<string>;
  complete: boolean;
}

/** Adds a statement; everything that is not given is harmless. */
export function add(reading: Reading, found: Partial<SqlStatement> & Pick<SqlStatement, 'class' | 'verb'>): void {
  const { table, ...rest } = found;
  const temporary = table !== undefined && reading.temporary.has(table.toUpperCase());
  reading.statements.push({
    bounded: true,
    ensures: false,
    conflict: false,
    relative: false,
    exclusive: false,
    ...rest,
    ...(table === undefined || table === '' ? {} : { table }),
    ...(temporary ? { class: 'read', bounded: true, exclusive: false } : {}),
  });
}

/** Notes something that is not known here: a routine, a fragment, text that is no SQL. */
export function addUnknown(reading: Reading, verb: string, table?: string): void {
  reading.complete = false;
  add(reading, { class: 'exec', verb, table });
}

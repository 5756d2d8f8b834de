/** Statements that change rows. */
import { alwaysTrue, columnName, comparesAndSets, isRelative, ownNames, readAssignments, type Assignment } from './condition.js';
import { readCalls } from './functions.js';
import { add, type Reading } from './reading.js';
import { clauseHole, commas, find, isWord, readPath, skip, type Tokens } from './shape.js';

const modifiers = ['LOW_PRIORITY', 'HIGH_PRIORITY', 'DELAYED', 'QUICK', 'IGNORE', 'ONLY', 'INTO', 'TABLE'];

/** Reads `INSERT` and `REPLACE`. */
export function readInsert(tokens: Tokens, reading: Reading): void {
  const verb = isWord(tokens[0], 'REPLACE') ? 'REPLACE' : 'INSERT';
  const action = isWord(tokens[1], 'OR') ? tokens[2] : undefined;
  const head = skip(tokens, action === undefined ? 1 : 3, modifiers);
  const ignores = tokens.slice(1, head).some((token) => isWord(token, 'IGNORE'));
  const path = readPath(tokens, head);
  const table = path?.text ?? '';
  if (path === undefined) reading.complete = false;
  const alias = aliasAt(tokens, path?.end ?? head);
  const on = tokens.findIndex((token, i) => isWord(token, 'ON') && isWord(tokens[i + 1], 'CONFLICT', 'DUPLICATE'));
  const source = tokens.slice(path?.end ?? head, on < 0 ? undefined : on);
  readSource(source, reading);
  const found = { verb, table };
  if (verb === 'REPLACE' || isWord(action, 'REPLACE')) return add(reading, { ...found, class: 'write.set', conflict: true });
  const once = guardsItself(source, table);
  const set = on < 0 ? -1 : find(tokens, isWord(tokens[on + 1], 'CONFLICT') ? ['SET'] : ['UPDATE'], on);
  if (set >= 0) return upsert(tokens.slice(set + 1), reading, found, ownNames(table, alias));
  if (ignores || isWord(action, 'IGNORE') || once || (on >= 0 && find(tokens, ['NOTHING'], on) > 0)) {
    return add(reading, { ...found, class: 'write.set', conflict: true, ensures: true });
  }
  // Directly behind the table stand the columns and values; further back it may be the conflict clause.
  if (on >= 0 || clauseHole(source, 1) >= 0) reading.complete = false;
  add(reading, { ...found, class: 'write.add', columns: filledColumns(source) });
}

/** `(a, b) VALUES …`, `SET a = 1`; a first value of `NULL` leaves the key of the row to the database. */
function filledColumns(source: Tokens): readonly string[] {
  const set = find(source, ['SET']);
  if (set >= 0) return readAssignments(source.slice(set + 1)).assignments.map(({ target }) => target);
  const values = find(source, ['VALUES', 'VALUE', 'SELECT', 'DEFAULT']);
  const list = source.slice(0, values < 0 ? undefined : values).find((token) => token.kind === 'group');
  if (list?.kind === 'group') return commas(list.items).map(columnName);
  const row = source[values + 1];
  return isWord(source[values], 'VALUES', 'VALUE') && row?.kind === 'group' && !isWord(row.items[0], 'NULL', 'DEFAULT') ? ['*'] : [];
}

function upsert(tail: Tokens, reading: Reading, found: { verb: string; table: string }, own: readonly string[]): void {
  const end = find(tail, ['WHERE', 'RETURNING']);
  const { assignments, complete } = readAssignments(end < 0 ? tail : tail.slice(0, end));
  if (!complete) reading.complete = false;
  const columns = relativeColumns(assignments, own);
  const relative = columns.length > 0;
  add(reading, { ...found, class: relative ? 'write.add' : 'write.set', conflict: true, relative, columns });
}

/** Only functions inside a query of values matter; the rows themselves are data. */
function readSource(source: Tokens, reading: Reading): void {
  const select = find(source, ['SELECT']);
  if (select >= 0) readCalls(source.slice(select), reading);
}

/** `INSERT … SELECT … WHERE NOT EXISTS (SELECT … FROM the same table …)`. */
function guardsItself(source: Tokens, table: string): boolean {
  const exists = source.findIndex((token, i) => isWord(token, 'NOT') && isWord(source[i + 1], 'EXISTS'));
  const query = source[exists + 2];
  if (exists < 0 || query?.kind !== 'group' || table === '') return false;
  const from = find(query.items, ['FROM']);
  return from >= 0 && readPath(query.items, from + 1)?.text.toUpperCase() === table.toUpperCase();
}

function aliasAt(tokens: Tokens, at: number): string | undefined {
  const start = isWord(tokens[at], 'AS') ? at + 1 : at;
  const token = tokens[start];
  if (token?.kind === 'name' && token.text !== '') return token.text;
  const known = [
    'SET',
    'WHERE',
    'FROM',
    'JOIN',
    'INNER',
    'LEFT',
    'RIGHT',
    'CROSS',
    'VALUES',
    'SELECT',
    'DEFAULT',
    'USING',
    'ON',
    'LIMIT',
    'OVERRIDING',
    'WITH',
  ];
  return token?.kind === 'word' && !known.includes(token.text) ? token.text : undefined;
}

/** What narrows a change: `bounded` for certain not when `false`; `unsure` when unknown text may hold the condition. */
function readBounds(tokens: Tokens, from: number): { condition: Tokens; bounded: boolean; unsure: boolean } {
  const where = find(tokens, ['WHERE'], from);
  const end = where < 0 ? -1 : find(tokens, ['RETURNING', 'ORDER', 'LIMIT'], where);
  const condition = where < 0 ? [] : tokens.slice(where + 1, end < 0 ? undefined : end);
  const limited = find(tokens, ['LIMIT'], from) >= 0 || (find(tokens, ['JOIN'], from) >= 0 && find(tokens, ['ON', 'USING'], from) >= 0);
  const hole = clauseHole(condition);
  const known = hole < 0 ? condition : condition.slice(0, hole);
  // An empty `known` is a condition that is unknown as a whole: it narrows, as far as anybody can tell.
  const narrows = where >= 0 && (hole === 0 || !alwaysTrue(known));
  const unsure = !narrows && !limited && clauseHole(tokens, Math.max(where, from)) >= 0;
  return { condition, bounded: narrows || limited || unsure, unsure };
}

/** Reads `UPDATE`, in the forms of all three dialects. */
export function readUpdate(tokens: Tokens, reading: Reading): void {
  // DuckDB's `UPDATE EXTENSIONS (spatial)` downloads newer ones.
  if (isWord(tokens[1], 'EXTENSIONS') && find(tokens, ['SET']) < 0)
    return add(reading, { class: 'write.set', verb: 'UPDATE', ensures: true });
  const head = skip(tokens, isWord(tokens[1], 'OR') ? 3 : 1, modifiers);
  const path = readPath(tokens, head);
  const table = path?.text ?? '';
  const set = find(tokens, ['SET'], path?.end ?? head);
  if (path === undefined || set < 0) {
    reading.complete = false;
    return add(reading, { class: 'write.set', verb: 'UPDATE', table });
  }
  const end = find(tokens, ['FROM', 'WHERE', 'RETURNING', 'ORDER', 'LIMIT'], set);
  const list = tokens.slice(set + 1, end < 0 ? undefined : end);
  const trailing = list.findIndex((token, i) => token.kind === 'hole' && i > 0 && clauseHole(list, i) === i);
  const { assignments, complete } = readAssignments(trailing < 0 ? list : list.slice(0, trailing));
  const bounds = readBounds(tokens, path.end);
  // Unknown text in the list of assignments may bring the condition with it.
  const bounded = bounds.bounded || !complete;
  if ((!complete && !reading.bound) || bounds.unsure) reading.complete = false;
  const own = ownNames(table, aliasAt(tokens, path.end));
  const columns = comparesAndSets(bounds.condition, assignments, own) ? [] : relativeColumns(assignments, own);
  const relative = columns.length > 0;
  const change = relative ? 'write.add' : 'write.set';
  add(reading, { class: bounded ? change : 'destroy', verb: 'UPDATE', table, bounded, relative, columns });
  readCalls(tokens.slice(set), reading);
}

function relativeColumns(assignments: readonly Assignment[], own: readonly string[]): readonly string[] {
  return assignments.filter((assignment) => isRelative(assignment, own)).map(({ target }) => target);
}

/** Reads `DELETE`, with one table or several. */
export function readDelete(tokens: Tokens, reading: Reading): void {
  const from = find(tokens, ['FROM']);
  const direct = readPath(tokens, skip(tokens, 1, modifiers));
  const listed = !isWord(tokens[skip(tokens, 1, modifiers)], 'FROM');
  const path = listed ? direct : readPath(tokens, skip(tokens, from + 1, modifiers));
  if (path === undefined) reading.complete = false;
  const { bounded, unsure } = readBounds(tokens, listed && from > 0 ? from + 1 : (path?.end ?? 1));
  if (unsure) reading.complete = false;
  add(reading, { class: 'destroy', verb: 'DELETE', table: path?.text, bounded });
  readCalls(tokens.slice(path?.end ?? 1), reading);
}

/** Reads `MERGE` by the worst of its branches. */
export function readMerge(tokens: Tokens, reading: Reading): void {
  const path = readPath(tokens, skip(tokens, 1, modifiers));
  const own = ownNames(path?.text ?? '', aliasAt(tokens, path?.end ?? 1));
  const branches = tokens.flatMap((token, i) => (isWord(token, 'THEN') ? [i + 1] : []));
  if (branches.length === 0) reading.complete = false;
  const deletes = branches.some((i) => isWord(tokens[i], 'DELETE'));
  const updates = branches.filter((i) => isWord(tokens[i], 'UPDATE'));
  const relative = updates.some((i) => {
    const set = find(tokens, ['SET'], i);
    const end = find(tokens, ['WHEN', 'RETURNING'], set);
    const { assignments, complete } = readAssignments(tokens.slice(set + 1, end < 0 ? undefined : end));
    if (!complete) reading.complete = false;
    return assignments.some((assignment) => isRelative(assignment, own));
  });
  add(reading, {
    class: deletes ? 'destroy' : relative ? 'write.add' : 'write.set',
    verb: 'MERGE',
    table: path?.text,
    conflict: true,
    relative,
    ensures: !deletes && updates.length === 0 && branches.length > 0,
  });
}

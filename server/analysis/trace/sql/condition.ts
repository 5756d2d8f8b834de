/** What a `WHERE` narrows, and whether an assignment builds on the value that is there. */
import { commas, find, isSign, isWord, lastName, split, type Tokens } from './shape.js';
import type { Token } from './tokens.js';

/** Whether a condition holds for every row: `1=1`, `true`, `x OR 'a'='a'`, `id = id`. Unknown text never does. */
export function alwaysTrue(condition: Tokens): boolean {
  const inner = unwrap(condition);
  if (inner.length === 0) return true;
  const either = split(inner, (token) => isWord(token, 'OR'));
  if (either.length > 1) return either.some(alwaysTrue);
  const both = split(inner, (token) => isWord(token, 'AND'));
  if (both.length > 1) return both.every((part) => part.length > 0 && alwaysTrue(part));
  if (inner.length === 1) return isWord(inner[0], 'TRUE') || (numeric(inner[0]) ?? 0) !== 0;
  if (inner.length === 2) return isWord(inner[0], 'NOT') && isWord(inner[1], 'FALSE');
  return comparesEqual(inner);
}

function comparesEqual(tokens: Tokens): boolean {
  const at = tokens.findIndex((token) => token.kind === 'sign' && ['=', '<=', '>=', '<>', '!=', '<', '>'].includes(token.text));
  if (at < 1 || at === tokens.length - 1) return false;
  const sign = (tokens[at] as { text: string }).text;
  const [left, right] = [tokens.slice(0, at), tokens.slice(at + 1)];
  const numbers = left.length === 1 && right.length === 1 ? [numeric(left[0]), numeric(right[0])] : [];
  if (numbers[0] !== undefined && numbers[1] !== undefined) return compare(numbers[0], sign, numbers[1]);
  const same = left.length === right.length && left.every((token, i) => sameConstant(token, right[i]!));
  return same && ['=', '<=', '>='].includes(sign);
}

function compare(left: number, sign: string, right: number): boolean {
  if (sign === '=') return left === right;
  if (sign === '<>' || sign === '!=') return left !== right;
  if (sign === '<') return left < right;
  if (sign === '>') return left > right;
  return sign === '<=' ? left <= right : left >= right;
}

function numeric(token: Token | undefined): number | undefined {
  return token?.kind === 'value' && /^[0-9]/.test(token.text) ? Number(token.text) : undefined;
}

/** Two parameters may differ even when they are written alike. */
function sameConstant(a: Token, b: Token): boolean {
  if (a.kind === 'hole' || a.kind === 'group' || a.kind !== b.kind) return false;
  const [left, right] = [a.text, (b as typeof a).text];
  return left !== '' && left === right && !(a.kind === 'value' && /^[?:$@%]|\0/.test(left));
}

function unwrap(tokens: Tokens): Tokens {
  let inner = tokens;
  while (inner.length === 1 && inner[0]!.kind === 'group') inner = inner[0]!.items;
  return inner;
}

export interface Assignment {
  /** Column, last part, upper case; empty when unknown. */
  readonly target: string;
  readonly value: Tokens;
}

/** Reads the list behind `SET`. `complete` is false when an item is not an assignment. */
export function readAssignments(tokens: Tokens): { assignments: Assignment[]; complete: boolean } {
  const assignments: Assignment[] = [];
  let complete = true;
  for (const item of commas(tokens)) {
    const at = item.findIndex((token) => isSign(token, '=') || isSign(token, ':='));
    if (at < 1) {
      // `SET ?` takes an object of plain values in the drivers of MySQL.
      complete &&= item.length === 1 && item[0]!.kind === 'value';
      continue;
    }
    const value = item.slice(at + 1);
    const columns = item[at - 1]!.kind === 'group' ? commas((item[at - 1] as { items: Tokens }).items) : [item.slice(0, at)];
    const row = value.findLast((token) => token.kind === 'group');
    const values = row?.kind === 'group' && columns.length > 1 ? commas(row.items) : [value];
    columns.forEach((column, i) => assignments.push({ target: columnName(column), value: values[i] ?? value }));
    if (value.some((token, i) => token.kind === 'hole' && i > 0 && !isOperator(value[i - 1]!))) complete = false;
  }
  return { assignments, complete };
}

/** The last part of a column's name, upper case; empty when it is not known. */
export function columnName(tokens: Tokens): string {
  const last = tokens.at(-1);
  if (last?.kind === 'word') return last.text;
  return last?.kind === 'name' ? last.text.toUpperCase() : '';
}

function isOperator(token: Token): boolean {
  return token.kind === 'sign' || isWord(token, 'NOT', 'AND', 'OR', 'IN', 'LIKE', 'IS', 'THEN', 'ELSE', 'WHEN', 'BETWEEN', 'INTERVAL');
}

/** Signs that give another result when they are applied to their own result. */
const changing = new Set(['+', '-', '*', '/', '||', '^', '#']);
const changingCalls = new Set([
  'CONCAT',
  'CONCAT_WS',
  'ARRAY_APPEND',
  'ARRAY_PREPEND',
  'ARRAY_CAT',
  'JSONB_INSERT',
  'JSON_ARRAY_APPEND',
  'JSON_ARRAY_INSERT',
  'LIST_APPEND',
  'DATE_ADD',
  'DATE_SUB',
  'ADDDATE',
  'SUBDATE',
  'REVERSE',
  'REPEAT',
  'STUFF',
]);

/** Whether the new value of a column is computed from its old one, so that a repetition changes it again. */
export function isRelative({ target, value }: Assignment, own: readonly string[]): boolean {
  return target !== '' && commas(value).some((part) => changes(part));

  function changes(part: Tokens): boolean {
    if (!mentions(part)) return false;
    if (part.some((token) => token.kind === 'sign' && changing.has(token.text)) || toggles(part)) return true;
    return part.some((token, i) => {
      if (token.kind !== 'group' || !mentions(part.slice(i, i + 1))) return false;
      const before = part[i - 1];
      if (before?.kind === 'word' && changingCalls.has(before.text)) return true;
      if (isWord(before, 'IF', 'IIF') && !commas(token.items).slice(1).some(mentions)) return true;
      return commas(token.items).some(changes);
    });
  }

  /** `NOT active`, and a choice by the old value between values that do not hold it. */
  function toggles(part: Tokens): boolean {
    if (part.some((token, i) => isWord(token, 'NOT') && mentions(part.slice(i + 1, i + 4)))) return true;
    const results = part.flatMap((token, i) => (isWord(token, 'THEN', 'ELSE') ? [part.slice(i + 1, i + 4)] : []));
    return results.length > 0 && !results.some(mentions);
  }

  function mentions(tokens: Tokens): boolean {
    return tokens.some((token, i) => {
      if (token.kind === 'group') {
        // `VALUES(n)` of MySQL is the value that was to be inserted.
        if (isWord(tokens[i - 1], 'VALUES')) return false;
        const source = subqueryTable(token.items);
        return (source === undefined || own.includes(source)) && mentions(token.items);
      }
      if (columnName([token]) !== target || isSign(tokens[i + 1], '.')) return false;
      return !isSign(tokens[i - 1], '.') || own.includes(columnName(tokens.slice(0, i - 1)));
    });
  }
}

/** The table that a subquery reads from; `undefined` when the tokens are no subquery. */
function subqueryTable(tokens: Tokens): string | undefined {
  if (!isWord(tokens[0], 'SELECT')) return undefined;
  const from = find(tokens, ['FROM']);
  return from < 0 ? '' : columnName(tokens.slice(from + 1, from + 2));
}

/**
 * Whether the condition tests for an old value of something that is assigned (`version = ?`, `status = 'open'`), so that a
 * repetition finds nothing to change.
 */
export function comparesAndSets(condition: Tokens, assignments: readonly Assignment[], own: readonly string[]): boolean {
  const parts = split(unwrap(condition), (token) => isWord(token, 'AND'));
  if (find(unwrap(condition), ['OR']) >= 0) return false;
  return parts.some((part) => {
    const at = part.findIndex((token) => isSign(token, '='));
    if (at < 1) return false;
    const assigned = assignments.find(({ target }) => target !== '' && target === columnName(part.slice(0, at)));
    if (assigned === undefined) return false;
    const [before, after] = [part.slice(at + 1), assigned.value];
    if (before.length !== 1 || before[0]!.kind === 'word' || before[0]!.kind === 'name') return false;
    if (isRelative(assigned, own)) return true;
    return after.length === 1 && !sameText(before[0]!, after[0]!);
  });
}

function sameText(a: Token, b: Token): boolean {
  if (a.kind === 'hole' || b.kind === 'hole' || a.kind === 'group' || b.kind === 'group') return false;
  return a.text === b.text && !/^(?:\?|%s)$/.test(a.text);
}

/** The names by which a statement may call its own table. */
export function ownNames(table: string, alias: string | undefined): string[] {
  return [lastName(table), ...(alias === undefined ? [] : [alias.toUpperCase()])].filter((name) => name !== '');
}

/** Small questions about a list of tokens that every kind of statement asks. */
import type { Token } from './tokens.js';

export type Tokens = readonly Token[];

/** Words after which an operand follows; any other word stands for a name. */
const expectsOperand = new Set(
  (
    'SELECT FROM WHERE SET VALUES VALUE BY LIMIT OFFSET INTO AND OR NOT ON USING JOIN HAVING IN LIKE ILIKE BETWEEN IS AS CASE WHEN THEN ELSE ' +
    'UNION ALL EXCEPT INTERSECT DISTINCT RETURNING TABLE UPDATE INSERT DELETE INDEX VIEW EXISTS ANY SOME ONLY LATERAL INTERVAL ' +
    'TO TRUNCATE DATABASE SCHEMA COLUMN ADD DROP CALL EXPLAIN ANALYZE USE SHOW GRANT'
  ).split(' '),
);

/** Words that never name a function although a parenthesis may follow. */
export const keywords: ReadonlySet<string> = new Set([
  ...expectsOperand,
  ...(
    'OVER FILTER WITHIN GROUP ORDER PARTITION END FOR WITH RECURSIVE CROSS INNER LEFT RIGHT FULL OUTER NATURAL FETCH FIRST NEXT ROWS ROW ' +
    'RANGE GROUPS WINDOW ARRAY CAST EXCLUDE SETS CUBE ROLLUP GROUPING DEFAULT CONFLICT DUPLICATE KEY DO NOTHING MATCHED CONSTRAINT PRIMARY ' +
    'UNIQUE REFERENCES CHECK MATERIALIZED ESCAPE COLLATE DESC ASC NULLS LAST SIMILAR OVERLAPS TABLESAMPLE BERNOULLI REPEATABLE ORDINALITY'
  ).split(' '),
]);

export function isWord(token: Token | undefined, ...texts: readonly string[]): boolean {
  return token?.kind === 'word' && texts.includes(token.text);
}

export function isSign(token: Token | undefined, text: string): boolean {
  return token?.kind === 'sign' && token.text === text;
}

/** Index of the first of these words at this level at or after `from`, or -1. A word after a dot is a column. */
export function find(tokens: Tokens, words: readonly string[], from = 0): number {
  for (let i = from; i < tokens.length; i += 1) {
    if (isWord(tokens[i], ...words) && !isSign(tokens[i - 1], '.')) return i;
  }
  return -1;
}

/** Splits at a sign (`,` or `;`) or at a word (`AND`) of this level. */
export function split(tokens: Tokens, at: (token: Token, index: number) => boolean): Tokens[] {
  const parts: Token[][] = [[]];
  tokens.forEach((token, index) => {
    if (at(token, index)) parts.push([]);
    else parts.at(-1)!.push(token);
  });
  return parts;
}

export function commas(tokens: Tokens): Tokens[] {
  return split(tokens, (token) => isSign(token, ','));
}

/** A name with dots (`shop.users`, `"Order"`). `text` is empty when it is not fully known. */
export function readPath(tokens: Tokens, start: number): { text: string; end: number } | undefined {
  const steps: string[] = [];
  let at = start;
  for (;;) {
    const token = tokens[at];
    if (token?.kind === 'word') steps.push(token.raw);
    else if (token?.kind === 'name') steps.push(token.text);
    else if (token?.kind === 'hole') steps.push('');
    else if (token?.kind === 'value' && steps.length === 0 && !/^[?:$@%]/.test(token.text)) steps.push(token.text);
    else break;
    at += 1;
    if (!isSign(tokens[at], '.')) break;
    at += 1;
  }
  if (steps.length === 0) return undefined;
  const text = steps.includes('') ? '' : steps.join('.');
  return { text: text.length > 100 ? '' : text, end: at };
}

/** Whether a token can end an operand, so that a hole behind it is not a value but something of unknown kind. */
function endsOperand(token: Token | undefined): boolean {
  if (token === undefined) return true;
  return token.kind === 'sign' ? token.text === '*' : !(token.kind === 'word' && expectsOperand.has(token.text));
}

/** Index of the first hole at this level that may hold a whole clause, or -1. */
export function clauseHole(tokens: Tokens, from = 0): number {
  for (let i = from; i < tokens.length; i += 1) {
    if (tokens[i]!.kind === 'hole' && endsOperand(tokens[i - 1])) return i;
  }
  return -1;
}

/** Skips words that may stand between a verb and its name. */
export function skip(tokens: Tokens, from: number, words: readonly string[]): number {
  let at = from;
  while (isWord(tokens[at], ...words)) at += 1;
  return at;
}

/** The last part of a path, in upper case, for comparing names. */
export function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toUpperCase();
}

/** Whether any token, at any depth, is as asked. */
export function some(tokens: Tokens, test: (token: Token, index: number, siblings: Tokens) => boolean): boolean {
  return tokens.some((token, index) => test(token, index, tokens) || (token.kind === 'group' && some(token.items, test)));
}

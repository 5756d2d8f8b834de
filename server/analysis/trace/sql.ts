/** SQL text to what it does. Reads every statement of PostgreSQL, MySQL and SQLite by its words; never throws. */
import type { EffectClass } from '../../../rules/kit/index.js';
import type { Reading, SqlStatement } from './sql/reading.js';
import { isSign, isWord, type Tokens } from './sql/shape.js';
import { readStatement } from './sql/statement.js';
import { holeMark, readTokens, type Dialect } from './sql/tokens.js';

export type { SqlStatement } from './sql/reading.js';

export interface SqlReading {
  readonly statements: readonly SqlStatement[];
  /** `false`: some text could not be read, or unknown text stands where it may change what is done. */
  readonly complete: boolean;
  /** The most harmful statement in short, without values: `DELETE FROM users`. */
  readonly detail: string;
}

/** Text beyond this many characters is not read. */
const maximalLength = 200_000;
const order: readonly EffectClass[] = ['read', 'write.set', 'write.add', 'external', 'destroy', 'exec'];

/**
 * Reads SQL text.
 *
 * @param parts Literal text between unknown pieces: n pieces give n + 1 parts.
 * @param dialect Absent: whatever the signs in the text say.
 * @param bound The pieces are values of a tagged template: bound, or written by a helper of the driver (`SET ${sql(row)}`).
 */
export function readSql(parts: readonly string[], dialect?: Dialect, bound = false): SqlReading {
  const text = parts.map((part) => part.replaceAll(holeMark, ' ')).join(holeMark);
  const command = readClientCommand(text, dialect);
  if (command !== undefined) return command;
  const read = readTokens(text.slice(0, maximalLength), dialect);
  const complete = read.complete && text.length <= maximalLength;
  const reading: Reading = { dialect, bound, statements: [], temporary: new Set(), complete };
  for (const statement of statements(read.tokens)) readStatement(statement, reading);
  return { statements: reading.statements, complete: reading.complete, detail: describe(reading.statements) };
}

/** Cuts at `;`, but not inside the body of a routine (`CREATE TRIGGER … BEGIN …; END`). */
function statements(tokens: Tokens): Tokens[] {
  const found: Tokens[] = [];
  let current: Tokens[number][] = [];
  let depth = 0;
  tokens.forEach((token, i) => {
    if (isSign(token, ';') && depth === 0) {
      found.push(current);
      current = [];
      return;
    }
    current.push(token);
    if (!isRoutine(current)) return;
    const closes = isWord(tokens[i - 1], 'END');
    if (isWord(token, 'BEGIN') || (isWord(token, 'CASE') && !closes)) depth += 1;
    else if (isWord(token, 'END') && !isWord(tokens[i + 1], 'IF', 'LOOP', 'WHILE', 'REPEAT')) depth = Math.max(0, depth - 1);
  });
  found.push(current);
  return found;
}

function isRoutine(tokens: Tokens): boolean {
  return isWord(tokens[0], 'CREATE') && tokens.slice(1, 8).some((token) => isWord(token, 'TRIGGER', 'PROCEDURE', 'FUNCTION', 'EVENT'));
}

/** Commands of the programs `psql` and `sqlite3` that are no SQL; the ones that only show something have one pattern. */
const clientCommands: Readonly<Record<string, EffectClass>> = {
  '\\!': 'exec',
  '\\copy': 'write.add',
  '\\g': 'exec',
  '\\gexec': 'exec',
  '\\i': 'exec',
  '\\ir': 'exec',
  '\\o': 'write.set',
  '\\w': 'write.set',
  '.archive': 'write.set',
  '.backup': 'write.set',
  '.clone': 'write.set',
  '.import': 'write.add',
  '.load': 'exec',
  '.log': 'write.set',
  '.once': 'write.set',
  '.output': 'write.set',
  '.read': 'exec',
  '.restore': 'destroy',
  '.save': 'write.set',
  '.shell': 'exec',
  '.system': 'exec',
};
const showsOnly =
  /^(?:\\(?:d[a-zS]*|l|z|c|conninfo|x|timing|pset|t|a|q|encoding|sf|sv|h|echo|set)|\.(?:tables|schema|dump|databases|indexes|indices|headers?|mode|help|fullschema|stats|timer|width|show|separator|nullvalue|quit|exit|version|dbinfo|lint|changes|bail|echo|print))$/;

function readClientCommand(text: string, dialect: Dialect | undefined): SqlReading | undefined {
  const verb = /^\s*([\\.](?:[A-Za-z]+|!))/.exec(text.slice(0, 100))?.[1];
  if (verb === undefined || dialect === undefined || dialect === 'mysql') return undefined;
  const change = clientCommands[verb] ?? (showsOnly.test(verb) ? 'read' : undefined);
  const statement = { class: change ?? 'exec', verb, bounded: true, ensures: false, conflict: false, relative: false, exclusive: false };
  return { statements: [statement], complete: change !== undefined, detail: verb };
}

function describe(found: readonly SqlStatement[]): string {
  const worst = found.toSorted((a, b) => order.indexOf(b.class) - order.indexOf(a.class))[0];
  if (worst === undefined) return '';
  if (worst.verb === '') return 'SQL text';
  const joint = { DELETE: ' FROM', SELECT: ' FROM', INSERT: ' INTO', REPLACE: ' INTO', MERGE: ' INTO', COPY: '' }[worst.verb] ?? '';
  if (worst.table !== undefined) return `${worst.verb}${worst.verb === 'SELECT' && worst.class !== 'read' ? '' : joint} ${worst.table}`;
  return ['DELETE', 'INSERT', 'REPLACE', 'UPDATE', 'DROP TABLE', 'TRUNCATE'].includes(worst.verb) ? `${worst.verb}${joint} …` : worst.verb;
}

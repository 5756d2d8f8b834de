import { describe, expect, test } from 'vitest';
import { readSql, type SqlReading } from '../../server/analysis/trace/sql.js';
import { anyDialect, duckdb, holes, mysql, postgresql, sqlite } from './sql-cases.js';
import { spent } from '../harness/spent.js';

function parts(text: string): string[] {
  return text.split(/⟨[^⟩]*⟩/);
}

function short({ statements, complete }: SqlReading): string {
  const shown = statements.map((found) =>
    [
      found.class,
      found.verb,
      found.table,
      !found.bounded && 'unbounded',
      found.ensures && 'ensures',
      found.conflict && 'conflict',
      found.relative && 'relative',
      found.exclusive && 'exclusive',
    ]
      .filter(Boolean)
      .join(' '),
  );
  return `${shown.join('; ')}${complete ? '' : ' …'}`;
}

describe('statements of every dialect', () => {
  test.each(anyDialect)('%s', (text, reading) => {
    for (const dialect of [undefined, 'postgresql', 'mysql', 'sqlite', 'duckdb'] as const) {
      const quotes = dialect === 'postgresql' && text.includes('`');
      if (!quotes) expect(short(readSql(parts(text), dialect)), dialect).toBe(reading);
    }
  });
});

describe.each([
  ['postgresql', postgresql],
  ['mysql', mysql],
  ['sqlite', sqlite],
  ['duckdb', duckdb],
] as const)('%s', (dialect, cases) => {
  test.each(cases)('%s', (text, reading) => expect(short(readSql(parts(text), dialect))).toBe(reading));
});

describe('unknown pieces', () => {
  test.each(holes)('%s', (text, reading) => expect(short(readSql(parts(text)))).toBe(reading));
});

describe('bound pieces', () => {
  test.each([
    ['UPDATE t SET ⟨row⟩ WHERE id = ⟨id⟩', 'write.set UPDATE t'],
    ['UPDATE t SET a = 1 ⟨where⟩', 'write.set UPDATE t …'],
    ['⟨sql⟩', 'exec …'],
  ])('%s', (text, reading) => expect(short(readSql(parts(text), 'postgresql', true))).toBe(reading));
});

describe('the short form', () => {
  test.each([
    ['DELETE FROM users', 'DELETE FROM users'],
    ["INSERT INTO keys (value) VALUES ('sk_'), ('x')", 'INSERT INTO keys'],
    ["SELECT 'secret'; DROP TABLE a", 'DROP TABLE a'],
    ["UPDATE t SET password = 'hunter2' WHERE name = 'x'", 'UPDATE t'],
    ['SELECT 1', 'SELECT'],
    ['DELETE FROM ⟨table⟩ WHERE id = 1', 'DELETE FROM …'],
    ['⟨anything⟩', 'SQL text'],
    ['hunter2', 'SQL text'],
    ['', ''],
  ])('%s', (text, detail) => expect(readSql(parts(text)).detail).toBe(detail));
});

describe('hostile text', () => {
  const million = 1_000_000;
  test.each([
    ['parentheses', '('.repeat(million)],
    ['comments', '/*'.repeat(million / 2)],
    ['comments that pair', '/*/**/'.repeat(million / 6)],
    ['quotes', "'".repeat(million + 1)],
    ['backslashes', "'\\".repeat(million / 2)],
    ['brackets', '['.repeat(million)],
    ['dollars', '$a'.repeat(million / 2)],
    ['dollar quotes', '$a$ $b$'.repeat(million / 7)],
    ['words', 'CREATE TRIGGER BEGIN '.repeat(million / 21)],
    ['conditions', `DELETE FROM t WHERE ${'1=1 AND ('.repeat(million / 9)}`],
    ['assignments', `UPDATE t SET ${'a = a + (b), '.repeat(million / 13)}`],
    ['queries', `WITH ${'a AS (SELECT 1), '.repeat(million / 17)}`],
    ['values', `INSERT INTO t VALUES ${"(1, 'a'),".repeat(million / 9)}`],
    ['calls', `SELECT ${'f('.repeat(million / 2)}`],
    ['unknown pieces', '\0'.repeat(million)],
  ])('a megabyte of %s ends soon and is not complete', (_, text) => {
    for (const dialect of [undefined, 'postgresql', 'mysql', 'sqlite', 'duckdb'] as const) {
      expect(spent(() => expect(readSql([text], dialect).complete).toBe(false))).toBeLessThan(5000);
    }
  });
});

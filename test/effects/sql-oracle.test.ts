/** PostgreSQL's own parser is asked whether the statements of the cases exist, and what they are. */
import fc from 'fast-check';
import { parse } from 'libpg-query';
import { describe, expect, test } from 'vitest';
import { readSql } from '../../server/analysis/trace/sql.js';
import { anyDialect, postgresql } from './sql-cases.js';

interface Change {
  readonly verb: string;
  /** For deletes and updates: a condition or none. */
  readonly where?: boolean;
  readonly conflict?: boolean;
}

const verbs: Readonly<Record<string, string>> = {
  InsertStmt: 'INSERT',
  UpdateStmt: 'UPDATE',
  DeleteStmt: 'DELETE',
  MergeStmt: 'MERGE',
  TruncateStmt: 'TRUNCATE',
  DropStmt: 'DROP',
  DropdbStmt: 'DROP',
};

/** Every change in a tree, in the order in which it is written. */
function changes(node: unknown, found: Change[] = []): Change[] {
  if (Array.isArray(node)) node.forEach((item) => changes(item, found));
  else if (typeof node === 'object' && node !== null) {
    for (const [key, value] of Object.entries(node as Record<string, Record<string, unknown>>)) {
      const verb = verbs[key];
      if (verb === undefined) {
        // A plan that is only shown does nothing.
        const shown = key === 'ExplainStmt' && !JSON.stringify(value['options'] ?? []).includes('"analyze"');
        const off =
          key === 'ExplainStmt' && /"analyze","arg":\{(?:"Boolean"|"String":\{"sval":"(?:false|off)")/.test(JSON.stringify(value));
        if (!shown && !off) changes(value, found);
        continue;
      }
      changes(value['withClause'], found);
      found.push({
        verb,
        ...(verb === 'DELETE' || verb === 'UPDATE' ? { where: 'whereClause' in value } : {}),
        ...(verb === 'INSERT' ? { conflict: 'onConflictClause' in value } : {}),
      });
    }
  }
  return found;
}

function ours(text: string): Change[] {
  const written = Object.values(verbs);
  return readSql([text], 'postgresql').statements.flatMap((statement): Change[] => {
    const verb = statement.verb.split(' ')[0]!;
    if (!written.includes(verb)) return [];
    return [
      {
        verb,
        ...(verb === 'DELETE' || verb === 'UPDATE' ? { where: statement.bounded } : {}),
        ...(verb === 'INSERT' ? { conflict: statement.conflict } : {}),
      },
    ];
  });
}

/** Parameters of other drivers, and signs of other dialects. */
function asPostgresql(text: string): string {
  let number = 0;
  return text.replace(/'[^']*'|\?(?=[\s,;)]|$)|:name|@other|%s/g, (found) => (found.startsWith("'") ? found : `$${(number += 1)}`));
}

const elsewhere = /`|^DESCRIBE|^CALL|SET on|^\\|^FROBNICATE|^Please|⟨|data \? 'note'/;

describe('cases', () => {
  const cases = [...anyDialect, ...postgresql].map(([text]) => text).filter((text) => text.trim() !== '' && !elsewhere.test(text));
  const trivial = /1 ?= ?1|WHERE true|'a' = 'a'|id = id/i;
  test.each(cases)('%s', async (text) => {
    const tree = changes(await parse(asPostgresql(text)));
    const found = ours(text);
    const plain = (change: Change) => (trivial.test(text) ? { verb: change.verb } : change);
    // The guard of an insert by its own query is no conflict clause.
    const guarded = /NOT EXISTS/.test(text) && text.startsWith('INSERT');
    expect(found.map((change) => (guarded ? { verb: change.verb } : plain(change)))).toEqual(
      tree.map((change) => (guarded ? { verb: change.verb } : plain(change))),
    );
  });
});

describe('generated statements', () => {
  const name = fc.constantFrom('a', 'shop.users', '"Order"', '"where"', 'deleted', 'update_log');
  const value = fc.constantFrom(
    '1',
    "'x; DELETE FROM t'",
    '$1',
    "E'\\''",
    '$$ where $$',
    'now()',
    '(SELECT max(a) FROM b WHERE c = 2)',
    'a + 1',
    "d->>'where'",
    'ARRAY[1, 2]',
  );
  const condition = fc.tuple(name, value).map(([column, right]) => `${column} = ${right}`);
  const where = fc.option(
    fc
      .tuple(condition, fc.constantFrom('', ' AND x IS NULL', ' /* OR true */', ' AND id IN (SELECT 1)'))
      .map((c) => ` WHERE ${c[0]}${c[1]}`),
    { nil: '' },
  );
  const returning = fc.constantFrom('', ' RETURNING *', ' RETURNING id AS deleted');
  const remove = fc.tuple(name, where, returning).map(([table, w, r]) => `DELETE FROM ${table}${w}${r}`);
  const update = fc
    .tuple(name, fc.array(value, { minLength: 1, maxLength: 3 }), where, returning)
    .map(([table, values, w, r]) => `UPDATE ${table} SET ${values.map((v, i) => `c${i} = ${v}`).join(', ')}${w}${r}`);
  const insert = fc
    .tuple(
      name,
      fc.array(value, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('', ' ON CONFLICT DO NOTHING', ' ON CONFLICT (c0) DO UPDATE SET c0 = EXCLUDED.c0'),
      returning,
    )
    .map(
      ([table, values, c, r]) => `INSERT INTO ${table} (${values.map((_, i) => `c${i}`).join(', ')}) VALUES (${values.join(', ')})${c}${r}`,
    );
  const select = fc
    .tuple(fc.array(value, { minLength: 1, maxLength: 2 }), name, where)
    .map(([v, table, w]) => `SELECT ${v.join(', ')} FROM ${table}${w}`);
  const simple = fc.oneof(remove, update, insert, select);
  const nested = fc
    .tuple(fc.array(simple, { maxLength: 2 }), simple)
    .map(([inner, main]) => (inner.length === 0 ? main : `WITH ${inner.map((q, i) => `q${i} AS (${q})`).join(', ')} ${main}`));
  const text = fc
    .tuple(
      fc.constantFrom('', '-- DROP TABLE a\n', 'EXPLAIN ', 'EXPLAIN ANALYZE ', '/* ; */'),
      fc.array(nested, { minLength: 1, maxLength: 3 }),
    )
    .map(([start, list]) => start + list.join('; '));

  test('are told apart as PostgreSQL does', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(text, async (sql) => {
        const tree = await parse(sql).catch(() => undefined);
        if (tree === undefined) return;
        compared += 1;
        expect(ours(sql)).toEqual(changes(tree));
      }),
      { numRuns: 400, seed: 7 },
    );
    expect(compared).toBeGreaterThan(300);
  });
});

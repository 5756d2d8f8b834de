/** The tables are literal, in order, and hold what their readers understand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { knowledge } from '../../rules/index.js';
import { matchRow } from '../../server/analysis/trace/shell/match.js';
import { fileOf, libraries } from '../harness/libraries.js';

const folder = join(import.meta.dirname, '../../rules/effects');

describe.each(libraries.map((effects) => [effects.library, effects] as const))('%s', (_, effects) => {
  const tables = [effects.calls, effects.commands ?? []];

  test('is in order', () => {
    for (const rows of tables) expect(rows.map(([callee]) => callee)).toEqual(sorted(rows.map(([callee]) => callee)));
    const lists = [
      effects.harmless,
      effects.modules ?? [],
      effects.fresh ?? [],
      effects.asks ?? [],
      ...[effects.instances, effects.yields, effects.extends, effects.identity, effects.reexports].map((record) =>
        Object.keys(record ?? {}),
      ),
    ];
    for (const list of lists) expect(list).toEqual(sorted(new Set(list)));
  });

  test('has conditions that can be read, and a last row without one', () => {
    for (const rows of tables) {
      rows.forEach(([callee, , , options = {}], i) => {
        const last = rows[i + 1]?.[0] !== callee;
        if (options.if !== undefined)
          expect(options.if, callee).toMatch(
            /^(?:(?:this\.)?arg (?:\d+(?::\w+)?|:\w+)(?:\.[\w-]+)*|template|chain \w+\*?) (?:= \S.*|absent|present)$/,
          );
        // Without a template a tag is a helper that does nothing; without a file, what writes a frame of Python only gives its text.
        const mayDoNothing = effects.language === 'python' ? /^arg \S+ present$/ : /^template present$/;
        if (last && !mayDoNothing.test(options.if ?? '')) expect(options.if, callee).toBeUndefined();
        if (!last) expect(options.if, `${callee}: only the last row holds always`).toBeDefined();
      });
    }
  });

  test('is a literal', () => {
    const path = join(folder, `${fileOf(effects)}.ts`);
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2023, true);
    const statements = source.statements.filter((statement) => !ts.isImportDeclaration(statement));
    expect(statements).toHaveLength(1);
    const call = (statements[0] as ts.ExportAssignment).expression as ts.CallExpression;
    expect(call.expression.getText()).toBe('defineEffects');
    expect(call.arguments).toHaveLength(1);
    expect(isLiteral(call.arguments[0]!)).toBe(true);
  });
});

const programs = Object.entries(knowledge.commands);

describe('commands', () => {
  test.each(programs)('%s has rows that can be read and reached', (_, program) => {
    const seen = new Set<string>();
    for (const [when, kind, options = {}] of [...program.rows, ...(program.also ?? [])]) {
      expect(when, 'words and options are set apart by one space').toMatch(/^(?:\S+(?: \S+)*)?$/);
      for (const part of when.split(' ')) {
        const alternatives = part.split('|');
        expect(new Set(alternatives).size, part).toBe(alternatives.length);
        expect(new Set(alternatives.map((name) => name.startsWith('-'))).size, `${part}: words or options, not both`).toBe(1);
      }
      expect(seen.has(when), `${when} stands twice`).toBe(false);
      seen.add(when);
      if (options.at !== undefined) expect(['sql', 'shell', 'run']).toContain(kind);
      if (options.dialect !== undefined) expect(kind).toBe('sql');
    }
    const rest = program.rows.findIndex(([when]) => when === '');
    if (rest >= 0) expect(rest, 'nothing is reached behind the row for the rest').toBe(program.rows.length - 1);
  });
});

describe('commands of each row', () => {
  test.each(programs)('%s: every row holds for the shortest line that it names', (_, program) => {
    const shadowed = program.rows.flatMap((row) =>
      lines(row[0])
        .filter((args) => matchRow(program, args, false)?.row !== row)
        .map((args) => `${args.join(' ')} is no \`${row[0]}\``),
    );
    expect(shadowed).toEqual([]);
  });
});

describe('pure packages', () => {
  test('stand once, and have no table', () => {
    expect(new Set(knowledge.purePackages).size).toBe(knowledge.purePackages.length);
    const described = new Set(knowledge.effects.filter(({ language }) => language === 'typescript').map(({ library }) => library));
    expect(knowledge.purePackages.filter((name) => described.has(name))).toEqual([]);
    expect(new Set(knowledge.purePythonModules).size).toBe(knowledge.purePythonModules.length);
    const python = new Set(knowledge.effects.filter(({ language }) => language === 'python').map(({ library }) => library));
    expect(knowledge.purePythonModules.filter((name) => python.has(name))).toEqual([]);
  });
});

describe('http', () => {
  test('words and headers are lower case, and everything stands once', () => {
    const { readingWords, keyHeaders, hosts } = knowledge.http;
    for (const list of [readingWords, keyHeaders, hosts.map(({ host }) => host)]) {
      expect(list).toEqual(list.map((item) => item.toLowerCase()));
      expect(new Set(list).size).toBe(list.length);
    }
    expect(readingWords).toEqual(sorted(readingWords));
    expect(keyHeaders).toEqual(sorted(keyHeaders));
  });

  test('a header or field that is offered is known as one', () => {
    const offered = knowledge.http.hosts.flatMap(({ keyHeader }) => keyHeader?.toLowerCase() ?? []);
    expect(offered.filter((name) => !knowledge.http.keyHeaders.includes(name))).toEqual([]);
    const fields = knowledge.http.hosts.flatMap(({ keyField }) => keyField ?? []);
    expect(fields.filter((name) => !knowledge.http.keyFields.some((field) => field.name === name && field.host === undefined))).toEqual([]);
  });
});

describe('page', () => {
  test('lists are in order, and no name both acts and looks', () => {
    const { conflictFields, overwriting, actionFields, beginning } = knowledge.http;
    for (const list of [...Object.values(knowledge.page), conflictFields, overwriting, actionFields, beginning])
      expect(list).toEqual(sorted(new Set(list)));
    expect(knowledge.page.lookingNames.filter((name) => knowledge.page.actingNames.includes(name))).toEqual([]);
    expect(knowledge.page.acting.filter((word) => word !== word.toLowerCase())).toEqual([]);
  });
});

/** Each alternative of a row once, with the first ones of the other parts. */
function lines(when: string): string[][] {
  const parts = when === '' ? [] : when.split(' ').map((part) => part.split('|'));
  const longest = Math.max(1, ...parts.map((part) => part.length));
  return Array.from({ length: longest }, (_, i) =>
    // Options stand behind the words, where they are written.
    parts
      .toSorted((a, b) => Number(a[0]!.startsWith('-')) - Number(b[0]!.startsWith('-')))
      .flatMap((part) => {
        const name = part[Math.min(i, part.length - 1)]!;
        if (name.startsWith('-') && name.includes('=')) return name.split('=', 2);
        return name.startsWith('-') ? [name] : [name.replace('*', 'x')];
      }),
  );
}

function sorted(list: Iterable<string>): string[] {
  return [...list].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function isLiteral(node: ts.Expression): boolean {
  if (
    ts.isStringLiteral(node) ||
    ts.isNumericLiteral(node) ||
    node.kind === ts.SyntaxKind.TrueKeyword ||
    node.kind === ts.SyntaxKind.FalseKeyword
  )
    return true;
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isLiteral);
  return (
    ts.isObjectLiteralExpression(node) &&
    node.properties.every((property) => ts.isPropertyAssignment(property) && isLiteral(property.initializer))
  );
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pagesOf } from '../../server/analysis/check/pages.js';
import { suppress } from '../../server/analysis/check/suppress.js';
import { readTypeScript } from '../../server/analysis/syntax/typescript/read.js';
import { formatted, manners } from '../harness/format.js';

const known = ['idempotency/a', 'idempotency/b', 'permission/missing-tier'];

function run(file: string, text: string) {
  const pages = pagesOf(
    () => text,
    (name) => (name.endsWith('.ts') ? readTypeScript(name, text) : undefined),
  );
  const reports = [...text.matchAll(/\b(?:gone|kept)\b/gu)].map((match) => ({
    rule: 'idempotency/a',
    at: { file, span: { start: match.index, end: match.index + 4 } },
    word: match[0],
  }));
  return {
    ...suppress(reports, [file], pages, known, () => true),
    reports,
  };
}

/** What is left, by word and number. */
function left(file: string, text: string): readonly string[] {
  const { kept, reports } = run(file, text);
  return kept.map((report) => `${report.word} ${reports.filter(({ word }) => word === report.word).indexOf(report)}`);
}

const cases = readFileSync(join(import.meta.dirname, 'suppressions.md'), 'utf8')
  .split(/^## /mu)
  .slice(1)
  .map((section) => ({
    title: section.slice(0, section.indexOf('\n')),
    file: `/case.${/```(\w+)/u.exec(section)?.[1] ?? ''}`,
    text: section.slice(section.indexOf('\n', section.indexOf('```')) + 1, section.lastIndexOf('```')),
  }));

describe('suppressions.md', () => {
  for (const { title, file, text } of cases) {
    const wanted = [...text.matchAll(/\bkept\b/gu)].map((_, i) => `kept ${i}`);

    test(title, () => expect(left(file, text)).toEqual(wanted));

    test(`${title}, with Windows line ends`, () => expect(left(file, text.replaceAll('\n', '\r\n'))).toEqual(wanted));

    for (const manner of file.endsWith('.ts') ? manners : []) {
      test(`${title}, ${manner.name}`, async () => {
        const other = (await formatted(new Map([[file, text]]), manner)).get(file) ?? '';
        expect(left(file, other)).toEqual(wanted);
      });
    }
  }
});

describe('what is told about comments', () => {
  const comments = (text: string) => run('/a.ts', text).comments;

  test('rules that exist, and whether they did something', () => {
    const [one] = comments('// detent-ignore-next-line idempotency/a, idempotency/b, permission/tier -- why not\ngone();\n');
    expect(one).toMatchObject({ form: 'next-line', reason: 'why not', unpaired: false });
    expect(one?.rules.map(({ id, known: is, used }) => [id, is, used])).toEqual([
      ['idempotency/a', true, true],
      ['idempotency/b', true, false],
      ['permission/tier', false, false],
    ]);
  });

  test('the rule that was meant', () => {
    const meant = (id: string) => comments(`// detent-ignore-file ${id} -- why\n`)[0]?.rules[0]?.closest;
    expect(meant('permission/misssing-tier')).toBe('permission/missing-tier');
    expect(meant('tiers/missing-tier')).toBe('permission/missing-tier');
    expect(meant('missing-tier')).toBe('permission/missing-tier');
    expect(meant('something/else-entirely')).toBeUndefined();
  });

  test('the form that was meant', () => {
    expect(comments('// detent-ignore-nextline idempotency/a -- why\n')[0]).toMatchObject({
      form: { unknown: 'nextline' },
      closest: 'next-line',
    });
    expect(comments('// detent-ignored idempotency/a -- why\n')).toEqual([]);
  });

  test('blocks that are not closed or not opened', () => {
    const [start, inner, end, stray] = comments(
      '// detent-ignore-start idempotency/a -- a\n// detent-ignore-start idempotency/b -- b\n// detent-ignore-end idempotency/b\n// detent-ignore-end idempotency/b\n',
    );
    expect([start?.unpaired, inner?.unpaired, end?.unpaired, stray?.unpaired]).toEqual([true, false, false, true]);
  });

  test('what removes them', () => {
    const removed = (text: string) => comments(text).map(({ removal: { span } }) => text.slice(0, span.start) + text.slice(span.end));
    expect(removed('a();\n  // detent-ignore-file idempotency/a -- why\nb();\n')).toEqual(['a();\nb();\n']);
    expect(removed('a(); // detent-ignore-line idempotency/a -- why\nb();\n')).toEqual(['a();\nb();\n']);
  });
});

import { parse } from 'dotenv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEnv } from '../../server/analysis/syntax/env.js';
import { expectLinear } from './linear.js';

const values = (text: string): Record<string, string> =>
  Object.fromEntries(readEnv(text).entries.flatMap((entry) => (entry.commentedOut ? [] : [[entry.key, entry.value]])));

describe('readEnv', () => {
  it('says where keys, values and lines stand', () => {
    const text = '# first\nexport A = "b c" # why\r\nD=e\n';
    const [a, d] = readEnv(text).entries;
    const cut = (span: { start: number; end: number } | undefined) => text.slice(span?.start, span?.end);
    expect([cut(a?.keySpan), cut(a?.valueSpan), cut(a?.lineSpan)]).toEqual(['A', 'b c', 'export A = "b c" # why\r\n']);
    expect([a?.exported, a?.quote, a?.value]).toEqual([true, '"', 'b c']);
    expect([cut(d?.keySpan), cut(d?.valueSpan), cut(d?.lineSpan), d?.exported]).toEqual(['D', 'e', 'D=e\n', false]);
  });

  it('keeps assignments in comments apart, and leaves prose alone', () => {
    const entries = readEnv('# A=b\n#C="d e"\n## E=f # g\n# x = y\n# see a=b&c=d\n# if DEBUG is set, A=1\n').entries;
    expect(entries.map((entry) => [entry.key, entry.value, entry.commentedOut])).toEqual([
      ['A', 'b', true],
      ['C', 'd e', true],
      ['E', 'f', true],
    ]);
  });

  it('reads values over several lines', () => {
    const text = 'KEY="one\ntwo"\nNEXT=x';
    expect(values(text)).toEqual({ KEY: 'one\ntwo', NEXT: 'x' });
    expect(readEnv(text).entries[0]?.lineSpan).toEqual({ start: 0, end: 14 });
  });

  it('goes on behind a quote that is never closed', () => {
    expect(values('A="b\nC=d\n')).toEqual({ A: '"b', C: 'd' });
    expect(values('A="C:\\dir\\"\nB="x"')).toEqual({ A: 'C:\\dir\\', B: 'x' });
  });

  it('skips a byte order mark and names lines that it cannot read', () => {
    expect(values('\uFEFFA=b')).toEqual({ A: 'b' });
    expect(readEnv('A=b\nnonsense\n').problems.map((problem) => problem.span)).toEqual([{ start: 4, end: 12 }]);
  });

  it('gives what dotenv gives', () => {
    const key = fc.stringMatching(/^[A-Za-z_][\w.-]{0,8}$/);
    const raw = fc.string({
      unit: fc.constantFrom('a', 'B', '1', ' ', '#', '=', '"', "'", '`', '\\', '\\n', '$', '{', '}', ':', '\t', 'ü'),
      maxLength: 12,
    });
    const quoted = fc
      .tuple(
        fc.constantFrom('"', "'", '`'),
        raw.map((text) => text.replace(/["'`]/g, '')),
        fc.constantFrom('', '\n', '\r\n'),
      )
      .map(([quote, text, extra]) => `${quote}${text}${extra}${text}${quote}`);
    // An empty value takes a quote of the next line in dotenv: a slip of its grammar that other loaders do not share.
    const value = fc.oneof(
      raw.map((text) => (text.trim() === '' ? 'x' : text)),
      quoted,
    );
    const line = fc.oneof(
      fc
        .tuple(
          fc.constantFrom('', ' ', 'export ', '\t'),
          key,
          fc.constantFrom('=', ' = ', '= ', ': '),
          value,
          fc.constantFrom('', ' # note'),
        )
        .map((parts) => parts.join('')),
      fc.constantFrom('', '# note', 'nonsense', '   '),
    );
    const file = fc
      .tuple(fc.constantFrom('', '\uFEFF'), fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'))
      .map(([mark, lines, end]) => mark + lines.join(end));
    fc.assert(
      fc.property(file, (text) => void expect(values(text)).toEqual({ ...parse(text) })),
      { numRuns: 3000 },
    );
  });

  it('never throws, and its spans lie in the text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('A', '=', '"', "'", '`', '\\', '#', '\n', '\r', ' ', ':', 'export ', '\uFEFF', '$'),
          maxLength: 60,
        }),
        (text) => {
          for (const entry of readEnv(text).entries) {
            expect(text.slice(entry.keySpan.start, entry.keySpan.end)).toBe(entry.key);
            expect(entry.lineSpan.start <= entry.keySpan.start && entry.keySpan.end <= entry.valueSpan.start).toBe(true);
            expect(
              entry.valueSpan.start <= entry.valueSpan.end &&
                entry.valueSpan.end <= entry.lineSpan.end &&
                entry.lineSpan.end <= text.length,
            ).toBe(true);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['open quotes', 'A="\\"\n'],
    ['two kinds of quotes', `A="x\nB='y\n`],
    ['blanks', ' '],
    ['escaped quotes', '\\" '],
    ['hashes', '#'],
    ['commented quotes', '# A="x\n'],
    ['letters', 'A'],
    ['keys without values', 'A = \n'],
    ['exports', 'export '],
  ])('is linear on %s', (_, unit) => {
    expectLinear(readEnv, unit, 400_000);
    expectLinear((text) => void readEnv(`A="${text}`), unit, 400_000);
  });
});

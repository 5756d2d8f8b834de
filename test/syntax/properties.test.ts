import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Module } from '../../server/analysis/syntax/ir.js';
import { sources } from './files.js';
import { read } from './print.js';

/** Real texts of moderate size, with what compilers and people write. */
const texts = [
  ...sources('@modelcontextprotocol/server-filesystem'),
  ...sources('vitest/dist', /\.js$/),
  ...sources('zod/v4/core', /\.[cm]ts$/),
]
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
  .filter(({ text }) => text.length < 20_000);

const sample = fc.constantFrom(...texts);
const bits = fc.constantFrom(
  '(',
  ')',
  '{',
  '}',
  '[',
  ']',
  '`',
  '${',
  "'",
  '"',
  '/*',
  '*/',
  '//',
  '\n',
  '=>',
  'class ',
  'function ',
  'import ',
  'export ',
  '<',
  '>',
  '@',
  '#',
  '\\',
  '\u2028',
  'async ',
  '?.',
  '...',
  ',',
  ';',
  ':',
  '=',
  '\0',
  '\uD800',
);

/** Everything that has to hold for a module, whatever text it was read from. */
function check(module: Module, text: string): void {
  for (const part of [module.comments, module.problems, module.exports]) {
    for (const { span } of part) {
      expect(span.start).toBeLessThanOrEqual(span.end);
      expect(span.end).toBeLessThanOrEqual(text.length);
    }
  }
  expect(nesting(module, text)).toEqual([]);
}

/** What stands outside of what it is part of. Bindings are no parts: they may be declared anywhere. */
function nesting(module: Module, text: string): string[] {
  const wrong: string[] = [];
  const work: [object, number, number][] = [[module.body, 0, text.length]];
  for (let item = work.pop(); item !== undefined; item = work.pop()) {
    const [value, from, to] = item;
    const { span } = value as { span?: { start: number; end: number } };
    // What is missing stands where it was expected, which may be in front of the white space before its parent.
    if (span !== undefined && !isMissing(value) && (span.start < from || span.end > to || span.start > span.end))
      wrong.push(`${(value as { kind?: string }).kind} ${span.start}-${span.end} in ${from}-${to}`);
    const [start, end] = span === undefined ? [from, to] : [span.start, span.end];
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'object' && inner !== null && !links.has(key)) work.push([inner, start, end]);
    }
  }
  return wrong;
}

function isMissing(value: object): boolean {
  const { kind, span, children } = value as { kind?: string; span: { start: number; end: number }; children?: readonly unknown[] };
  return kind === 'opaque' && span.start === span.end && children?.length === 0;
}

const links = new Set([
  'span',
  'binding',
  'bindings',
  'outer',
  'mentions',
  'type',
  'asserted',
  'returnType',
  'implements',
  'nameSpan',
  'keySpan',
  'propertySpan',
  'argsSpan',
  'bodySpan',
]);

test('whole files', () => {
  for (const { file, text } of texts) check(read(text, file), text);
});

test('files that are cut anywhere', () => {
  fc.assert(
    fc.property(sample, fc.nat(20_000), ({ file, text }, at) => {
      const cut = text.slice(0, at % (text.length + 1));
      check(read(cut, file), cut);
    }),
    { numRuns: 100 },
  );
});

test('files with something taken out and something put in', () => {
  fc.assert(
    fc.property(sample, fc.array(fc.tuple(fc.nat(20_000), fc.nat(40), bits), { minLength: 1, maxLength: 5 }), ({ file, text }, changes) => {
      const broken = changes.reduce((now, [at, length, bit]) => {
        const from = at % (now.length + 1);
        return now.slice(0, from) + bit + now.slice(from + length);
      }, text);
      check(read(broken, file), broken);
    }),
    { numRuns: 120 },
  );
});

test('any characters, in any language', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(bits, fc.string({ maxLength: 5, unit: 'binary' })), { maxLength: 60 }),
      fc.constantFrom('a.ts', 'a.tsx', 'a.js', 'a.cjs', 'a.d.ts', 'a'),
      (parts, file) => {
        const text = parts.join('');
        check(read(text, file), text);
      },
    ),
    { numRuns: 150 },
  );
});

test('a member of a name that is missing', () => {
  const text = 'import type \n .a;\nimport b = .c;\nlet d: \n .e;';
  check(read(text, 'a.ts'), text);
});

test('the same text gives the same module', () => {
  const { file, text } = texts[0]!;
  const shape = (module: Module): string =>
    JSON.stringify([
      module.exports.map((item) => [item.name, item.span]),
      module.comments,
      module.requests,
      [...module.mentions],
      module.body.map((item) => [item.kind, item.span]),
    ]);
  const first = shape(read(text, file));
  read('broken (', 'other.ts');
  expect(shape(read(text, file))).toBe(first);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectLinear } from './linear.js';
import { entryOf, readJson, stringOf, type JsonNode } from '../../server/analysis/syntax/json.js';

function plain(node: JsonNode | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'array') return node.items.map(plain);
  return Object.fromEntries(node.entries.map((entry) => [entry.key, plain(entry.value)]));
}

describe('readJson', () => {
  it('gives what JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        // `__proto__` is a key like any other here.
        fc.pre(!text.includes('__proto__'));
        const { root, problems } = readJson(text);
        expect(problems).toEqual([]);
        expect(plain(root)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('reads comments and trailing commas, and says where things stand', () => {
    const text = '// servers\n{ "a": { "b": "c", }, /* d */ }';
    const { root, problems } = readJson(text);
    const inner = entryOf(entryOf(root, 'a')?.value, 'b');
    expect(problems).toEqual([]);
    expect(text.slice(inner?.keySpan.start, inner?.keySpan.end)).toBe('"b"');
    expect(text.slice(inner?.value.span.start, inner?.value.span.end)).toBe('"c"');
    expect(text.slice(inner?.span.start, inner?.span.end)).toBe('"b": "c"');
    expect(stringOf(inner?.value)).toBe('c');
  });

  it('takes the last of two equal keys', () => {
    expect(stringOf(entryOf(readJson('{"a":"b","a":"c"}').root, 'a')?.value)).toBe('c');
  });

  it('keeps what stands before an error', () => {
    const { root, problems } = readJson('{"a": "b", "c": {"d": "e"');
    expect(plain(root)).toEqual({ a: 'b', c: { d: 'e' } });
    expect(problems.length).toBeGreaterThan(0);
  });

  it('keeps offsets behind a byte order mark', () => {
    const text = '\uFEFF{"a":"b"}';
    const entry = entryOf(readJson(text).root, 'a');
    expect(text.slice(entry?.keySpan.start, entry?.keySpan.end)).toBe('"a"');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', 'a', '1', '\\', '/', '*', '\n', 'null'), maxLength: 60 }),
        (text) => {
          readJson(text);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['lists', '['],
    ['objects', '{"a":'],
    ['quotes', '"'],
    ['commas', ','],
    ['comments', '/*'],
    ['items', '"a",'],
    ['backslashes', '\\'],
  ])('is linear on %s', (_, unit) => {
    expectLinear((text) => void readJson(`[${text}`), unit, 400_000);
  });
});

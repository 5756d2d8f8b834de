import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineIndex } from '../../server/analysis/lines.js';

test('positions count from 0 and columns count UTF-16 units', () => {
  const index = lineIndex('a😀b\r\nc\rd\n');
  expect(index.position(0)).toEqual({ line: 0, column: 0 });
  expect(index.position(3)).toEqual({ line: 0, column: 3 });
  expect(index.position(6)).toEqual({ line: 1, column: 0 });
  expect(index.position(8)).toEqual({ line: 2, column: 0 });
  expect(index.position(10)).toEqual({ line: 3, column: 0 });
});

test('what lies outside is moved inside', () => {
  const index = lineIndex('ab\r\ncd');
  expect(index.position(-5)).toEqual({ line: 0, column: 0 });
  expect(index.position(99)).toEqual({ line: 1, column: 2 });
  expect(index.offset(0, 99)).toBe(2);
  expect(index.offset(7, 0)).toBe(6);
  expect(index.offset(-1, 5)).toBe(0);
});

test('the text of a line has no line break', () => {
  const index = lineIndex('ab\r\n\rcd\n');
  expect([0, 1, 2, 3, 4].map((line) => index.text(line))).toEqual(['ab', '', 'cd', '', '']);
  expect(index.count).toBe(4);
});

test('an offset survives the way through line and column, except inside a line break', () => {
  const texts = fc.array(fc.constantFrom('a', 'é', '😀', '\n', '\r\n', '\r', '\t')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, fc.nat(40), (text, at) => {
      const offset = Math.min(at, text.length);
      fc.pre(!(text[offset] === '\n' && text[offset - 1] === '\r'));
      const index = lineIndex(text);
      const { line, column } = index.position(offset);
      expect(index.offset(line, column)).toBe(offset);
    }),
  );
});

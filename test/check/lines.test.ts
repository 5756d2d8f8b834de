import { describe, expect, test } from 'vitest';
import type { Edit } from '../../rules/kit/index.js';
import { resolveEdits } from '../../server/analysis/check/edits.js';
import { applyEdits } from '../../server/analysis/check/guards.js';
import { pagesOf } from '../../server/analysis/check/pages.js';

const file = '/.gitignore';

function after(text: string | undefined, edits: readonly Edit[]): string | undefined {
  const resolved = resolveEdits(
    edits,
    pagesOf(
      (name) => (name === file ? text : undefined),
      () => undefined,
    ),
  );
  return resolved && applyEdits(text ?? '', resolved);
}

const append = (text: string): Edit => ({ kind: 'append-line', file, text });

describe('a line at the end of a file', () => {
  test('that does not exist, is empty, ends or does not end its last line', () => {
    expect(after(undefined, [append('.env')])).toBe('.env\n');
    expect(after('', [append('.env')])).toBe('.env\n');
    expect(after('dist\n', [append('.env')])).toBe('dist\n.env\n');
    expect(after('dist', [append('.env')])).toBe('dist\n.env\n');
    expect(after('dist\r\nbuild', [append('.env')])).toBe('dist\r\nbuild\r\n.env\r\n');
  });

  test('that is there already is not repeated', () => {
    expect(after('.env\r\ndist\r\n', [append('.env')])).toBeUndefined();
    expect(after('.env.local\n', [append('.env')])).toBe('.env.local\n.env\n');
    expect(after('dist\n', [append('.env'), append('.env')])).toBe('dist\n.env\n');
  });

  test('beside another', () => {
    expect(after('dist\n', [append('.env'), append('!.env.example'), append('dist')])).toBe('dist\n.env\n!.env.example\n');
  });
});

describe('edits of one fix', () => {
  const replace = (start: number, end: number, text: string): Edit => ({ kind: 'replace', at: { file, span: { start, end } }, text });

  test('are sorted, and joined where they touch', () => {
    expect(after('abcdef', [replace(4, 5, 'E'), replace(0, 1, 'A')])).toBe('AbcdEf');
    expect(after('abcdef', [replace(2, 2, '1'), replace(2, 3, 'C')])).toBe('ab1Cdef');
    expect(after('abcdef', [replace(0, 1, 'A'), replace(0, 1, 'A')])).toBe('Abcdef');
  });

  test('that overlap, lie outside or change nothing are refused', () => {
    expect(after('abcdef', [replace(0, 3, 'x'), replace(2, 4, 'y')])).toBeUndefined();
    expect(after('abcdef', [replace(3, 9, 'x')])).toBeUndefined();
    expect(after('abcdef', [replace(-1, 2, 'x')])).toBeUndefined();
    expect(after('abcdef', [replace(2, 3, 'c')])).toBeUndefined();
    expect(after('abcdef', [])).toBeUndefined();
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unifiedDiff } from '../../../server/cli/diff.js';

const plain = (line: string): string => line;

test('equal texts have no difference', () => {
  expect(unifiedDiff('a.ts', 'a\nb\n', 'a\nb\n', plain)).toBe('');
  expect(unifiedDiff('a.ts', '', '', plain)).toBe('');
});

test('far changes are hunks of their own, near ones are one', () => {
  const before = Array.from({ length: 20 }, (_, index) => `${index}\n`);
  const after = before.map((line, index) => (index === 2 || index === 17 ? `new ${line}` : line));
  expect(unifiedDiff('a.ts', before.join(''), after.join(''), plain).match(/^@@.*@@$/gm)).toEqual(['@@ -1,6 +1,6 @@', '@@ -15,6 +15,6 @@']);
  const near = before.map((line, index) => (index === 8 || index === 14 ? `new ${line}` : line));
  expect(unifiedDiff('a.ts', before.join(''), near.join(''), plain).match(/^@@.*@@$/gm)).toEqual(['@@ -6,13 +6,13 @@']);
});

test('a new file comes from nowhere', () => {
  expect(unifiedDiff('.gitignore', undefined, '.env\n', plain)).toBe('--- /dev/null\n+++ b/.gitignore\n@@ -0,0 +1,1 @@\n+.env\n');
});

test('a line end at the end of the text counts', () => {
  expect(unifiedDiff('a', 'x', 'x\n', plain)).toBe('--- a/a\n+++ b/a\n@@ -1,1 +1,1 @@\n-x\n\\ No newline at end of file\n+x\n');
});

test('lines are shown as they are allowed to be', () => {
  expect(unifiedDiff('a', 'secret\nx\n', 'secret\ny\n', (line) => line.replace('secret', '…'))).toContain('\n …\n');
});

test('applied, it gives the new text', () => {
  const texts = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 30 }).map((lines) => lines.map((line) => `${line}\n`).join(''));
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      expect(applied(before, unifiedDiff('a', before, after, plain))).toBe(after);
    }),
  );
});

test('very different long texts are replaced without waiting', () => {
  const long = (word: string): string => Array.from({ length: 5000 }, (_, index) => `${word}${index}\n`).join('');
  const started = performance.now();
  expect(unifiedDiff('a', long('x'), long('y'), plain).split('\n')).toHaveLength(10_004);
  expect(performance.now() - started).toBeLessThan(1000);
});

/** What a patch program does, for texts whose lines all end. */
function applied(before: string, diff: string): string {
  const old = before.match(/[^\n]*\n/g) ?? [];
  const out: string[] = [];
  let at = 0;
  for (const line of diff.match(/[^\n]*\n/g)?.slice(2) ?? []) {
    const hunk = /^@@ -(\d+),(\d+) /.exec(line);
    if (hunk) {
      const start = Number(hunk[1]) - (hunk[2] === '0' ? 0 : 1);
      out.push(...old.slice(at, start));
      at = start;
    } else if (line[0] === '+') out.push(line.slice(1));
    else {
      expect(old[at]).toBe(line.slice(1));
      if (line[0] === ' ') out.push(line.slice(1));
      at += 1;
    }
  }
  return [...out, ...old.slice(at)].join('');
}

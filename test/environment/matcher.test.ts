import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../server/analysis/environment/matcher.js';

function found(words: readonly string[], text: string): string[] {
  const hits: string[] = [];
  createMatcher(words).scan(text, (word, start) => {
    hits.push(`${String(word)}@${String(start)}`);
    return false;
  });
  return hits.toSorted();
}

/** The same by asking for each word at each place. */
function plainly(words: readonly string[], text: string): string[] {
  const folded = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return words
    .flatMap((word, number) =>
      [...text].flatMap((_, start) => (folded.startsWith(word.toLowerCase(), start) ? [`${String(number)}@${String(start)}`] : [])),
    )
    .toSorted();
}

describe('createMatcher', () => {
  it('finds every word wherever it stands', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'B', '_', ':'), minLength: 1, maxLength: 4 });
    const text = fc.string({ unit: fc.constantFrom('a', 'A', 'b', '_', ':', 'x', 'ü'), maxLength: 30 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), text, (words, content) => {
        expect(found(words, content)).toEqual(plainly(words, content));
      }),
      { numRuns: 2000 },
    );
  });

  it('finds words inside words, and the same word twice', () => {
    expect(found(['she', 'he', 'hers', 'he'], 'ushers')).toEqual(['0@1', '1@2', '2@2', '3@2']);
  });

  it('stops when told to', () => {
    let hits = 0;
    createMatcher(['a']).scan('aaaa', () => {
      hits += 1;
      return hits === 2;
    });
    expect(hits).toBe(2);
  });
});

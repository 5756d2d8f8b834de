import ignore, { type Ignore } from 'ignore';

/** Patterns in the manner of `.gitignore`, of which paths are asked. */
export interface PathPatterns {
  match(path: string): boolean;
}

/**
 * Most paths hold no word of any of the patterns, which is soon seen; only for the others are the patterns prepared, which takes
 * longer than all the rest that is prepared for a short run.
 */
export function createPatterns(patterns: readonly string[]): PathPatterns {
  const words = wordsOf(patterns);
  let files: Ignore | undefined;
  return {
    match(path) {
      if (!holdsOne(words, path) || !ignore.isPathValid(path)) return false;
      files ??= ignore({ ignorecase: false }).add(patterns);
      return files.ignores(path);
    },
  };
}

/** A word of each pattern that stands in every path that it matches; `undefined` when one of them need not have any. */
export function wordsOf(patterns: readonly string[]): readonly string[] | undefined {
  const words = patterns.map((pattern) => {
    // Escapes, sets of characters and exceptions are left to the reader of patterns.
    const plain = /[\\[\]{}!#\s]/.test(pattern) ? '' : pattern;
    return plain.split(/[*?/]/).reduce((longest, part) => (part.length > longest.length ? part : longest), '');
  });
  return words.includes('') ? undefined : words;
}

export function holdsOne(words: readonly string[] | undefined, path: string): boolean {
  return words === undefined || words.some((word) => path.includes(word));
}

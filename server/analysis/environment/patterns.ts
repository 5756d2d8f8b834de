import ignore, { type Ignore } from 'ignore';

/** Patterns in the manner of `.gitignore`, of which paths are asked. */
export interface PathPatterns {
  match(path: string): boolean;
}

/**
 * Most paths hold the words of none of the patterns, which is soon seen; only for the others are the patterns prepared, which takes
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

/** Of each pattern the words that stand in every path that it matches; `undefined` when one of them need not have any. */
export function wordsOf(patterns: readonly string[]): readonly (readonly string[])[] | undefined {
  const words = patterns.map((pattern) => {
    // Escapes, sets of characters and exceptions are left to the reader of patterns.
    const plain = /[\\[\]{}!#\s]/.test(pattern) ? '' : pattern;
    // What stands in a folder at the root has no slash before that folder.
    return plain.split(/[*?]/).flatMap((part) => part.replace(/^\//, '') || []);
  });
  return words.some((parts) => parts.length === 0) ? undefined : words;
}

/** Whether a path holds all words of one of the patterns. */
export function holdsOne(words: readonly (readonly string[])[] | undefined, path: string): boolean {
  return words === undefined || words.some((parts) => parts.every((part) => path.includes(part)));
}

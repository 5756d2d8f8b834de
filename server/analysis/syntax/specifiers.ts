/** A quoted text behind `from`, `import`, `require` or `import(`. Every repetition is bounded. */
const pattern =
  /\b(?:from[ \t\r\n]{0,40}|(?:import|require)[ \t\r\n]{0,40}(?:\([ \t\r\n]{0,40}(?:\/\*[^*]{0,200}\*\/[ \t\r\n]{0,40})?)?)(?:'([^'\r\n]{1,300})'|"([^"\r\n]{1,300})"|`([^`$\r\n]{1,300})`)/g;

/**
 * Specifiers that a JavaScript or TypeScript text may import. Text inside strings counts too, and most of what stands in
 * comments does not: a file too many is loaded, none is missed.
 */
export function specifiersIn(text: string): readonly string[] {
  const found = new Set<string>();
  for (const match of text.matchAll(pattern)) if (!isCommented(text, match.index)) found.add((match[1] ?? match[2] ?? match[3])!);
  return [...found];
}

/** On a line that begins as the lines of comments do. */
function isCommented(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 200), at);
  return /^[ \t]{0,200}(?:\*|\/\/)/.test(before.slice(before.lastIndexOf('\n') + 1));
}

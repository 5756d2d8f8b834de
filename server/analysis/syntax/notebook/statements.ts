/** Where statements of Python end, told without a parser: what IPython adds stands only where a statement begins. */

export interface Statement {
  /** Behind its line break. */
  readonly end: number;
  /** A command or a magic that its value is taken from: `files = !ls`. */
  readonly escape?: number;
}

/** The statement on the line that begins here, over lines inside brackets, texts, and behind a backslash. */
export function statementEnd(source: string, start: number): Statement {
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    switch (source[at]) {
      case '#':
        at = lineBreak(source, at) - 1;
        break;
      case '"':
      case "'":
        at = textEnd(source, at) - 1;
        break;
      case '(':
      case '[':
      case '{':
        depth += 1;
        break;
      case ')':
      case ']':
      case '}':
        depth = Math.max(0, depth - 1);
        break;
      case '\\':
        if (source[at + 1] === '\r') at += 1;
        at += 1;
        break;
      case '\n':
        if (depth === 0) return { end: at + 1 };
        break;
      case '=': {
        if (source[at + 1] === '=') at += 1;
        else if (depth === 0 && !/[=<>!:+\-*/%&|^@]/.test(source[at - 1] ?? '')) {
          const value = at + 1 + /^[ \t]*/.exec(source.slice(at + 1, at + 100))![0].length;
          const isEscape = (source[value] === '!' && source[value + 1] !== '=') || /^%[A-Za-z_]/.test(source.slice(value, value + 2));
          if (isEscape) return { end: continued(source, value), escape: value };
        }
        break;
      }
    }
  }
  return { end: source.length };
}

/** Behind the line break of a line that a backslash may carry on. */
function continued(source: string, at: number): number {
  let end = lineBreak(source, at);
  while (end < source.length && source[end - 1] === '\\') end = lineBreak(source, end + 1);
  return Math.min(source.length, end + 1);
}

function lineBreak(source: string, at: number): number {
  const found = source.indexOf('\n', at);
  return found < 0 ? source.length : found;
}

/** Behind the quotes; one that is not closed ends with its line. */
function textEnd(source: string, start: number): number {
  const quote = source[start]!;
  const isLong = source.startsWith(quote.repeat(3), start);
  for (let at = start + (isLong ? 3 : 1); at < source.length; at++) {
    const char = source[at];
    if (char === '\\') at += 1;
    else if (char === '\n' && !isLong) return at;
    else if (char === quote && (!isLong || source.startsWith(quote.repeat(3), at))) return at + (isLong ? 3 : 1);
  }
  return source.length;
}

/** A piece of code: the inside of a string literal, or what stands between two of them. */
export interface Piece {
  readonly text: string;
  /** Empty for what is no literal. */
  readonly quote: string;
}

/** Cuts code into string literals and the rest. What is not closed ends with its line, a template with the code. */
export function literals(code: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (let i = 0; i < code.length; i++) {
    const quote = code.charAt(i);
    if (quote !== '"' && quote !== "'" && quote !== '`') continue;
    let end = i + 1;
    while (end < code.length && code[end] !== quote && (quote === '`' || code[end] !== '\n')) end += code[end] === '\\' ? 2 : 1;
    pieces.push({ text: code.slice(from, i), quote: '' }, { text: code.slice(i + 1, end), quote });
    i = end;
    from = end + 1;
  }
  pieces.push({ text: code.slice(from), quote: '' });
  return pieces;
}

/** Are two literals the same but for quotes, space and commas at the end? */
export function sameLiteral(a: string, b: string): boolean {
  return canonical(a) === canonical(b);
}

function canonical(code: string): string {
  const pieces = literals(code).map(({ text, quote }) =>
    quote === '' ? text.replace(/\s+/gu, '') : `\u0000${text.replace(/\\(["'])/gu, '$1')}\u0000`,
  );
  return pieces.join('').replace(/,([\]}])/gu, '$1');
}

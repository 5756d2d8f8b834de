/** Values that are told inside other text: command lines, headers, query strings. */

export interface Part {
  readonly name: string;
  readonly value: string;
  /** Where `value` starts in the whole text. */
  readonly start: number;
}

const most = 64;

/**
 * `--api-key=x`, `KEY=x` (also as words of a command line), `X-Api-Key: x`, `Bearer x`, `https://host/?token=x`. The text
 * itself is not among the answers.
 *
 * @param before the item in front, when the text is one of a list of arguments: `--api-key` makes `x` an answer
 */
export function partsOf(text: string, before?: string): readonly Part[] {
  const parts: Part[] = [];
  const add = (name: string, start: number, end: number): void => {
    if (end > start && parts.length < most) parts.push({ name, value: text.slice(start, end), start });
  };
  if (text.length > 4096 || (before === undefined && !/[=:]|bearer |basic |token /i.test(text))) return parts;
  if (before !== undefined && /^--?[A-Za-z][\w-]{1,60}$/.test(before)) add(before, 0, text.length);

  const header = /^([A-Za-z][\w-]{1,60}):\s{0,4}/.exec(text);
  if (header?.[1] !== undefined && !text.startsWith('//', header[0].length)) add(header[1], header[0].length, text.length);
  const scheme = /(?:^|\s)(?:Bearer|Basic|Token)\s{1,4}/i.exec(text);
  if (scheme !== null) {
    const start = scheme.index + scheme[0].length;
    add('bearer token', start, wordEnd(text, start));
  }
  for (let at = 0; at < text.length; at += 1) {
    const word = at === 0 || isGap(text.charCodeAt(at - 1));
    if (!word) continue;
    const named = /^(?:--?)?([A-Za-z][\w-]{1,60})=/.exec(text.slice(at, at + 66));
    if (named?.[1] === undefined) continue;
    const quote = text[at + named[0].length];
    const open = at + named[0].length + (quote === '"' || quote === "'" ? 1 : 0);
    const close = quote === '"' || quote === "'" ? text.indexOf(quote, open) : wordEnd(text, open);
    add(named[1], open, close === -1 ? text.length : close);
  }
  return parts;
}

/** Behind the value that starts at `start`: the next blank, quote or `&`. */
function wordEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && !/[\s"'&;,]/.test(text[at] ?? '')) at += 1;
  return at;
}

/** What may stand in front of `name=`: blanks, quotes, and the signs of a query string. */
function isGap(code: number): boolean {
  return code <= 32 || code === 34 || code === 39 || code === 38 || code === 63 || code === 59 || code === 44;
}

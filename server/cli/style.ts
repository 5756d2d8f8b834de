/** Marks text for terminals, or leaves it alone. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly green: (text: string) => string;
  readonly underline: (text: string) => string;
}

export function styleFor(color: boolean): Style {
  const wrap =
    (on: number, off: number) =>
    (text: string): string =>
      color && text !== '' ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return {
    bold: wrap(1, 22),
    dim: wrap(2, 22),
    red: wrap(31, 39),
    yellow: wrap(33, 39),
    blue: wrap(34, 39),
    green: wrap(32, 39),
    underline: wrap(4, 24),
  };
}

/**
 * Breaks a text at blanks so that it fits a terminal of `width` columns, with `indent` blanks in front of all lines but
 * the first, of which `taken` columns are taken. Without a width, or where little is left of it, nothing is broken.
 */
export function wrapped(text: string, taken: number, indent: number, width: number | undefined): string {
  if (width === undefined || width - indent < 40) return text;
  const lines: string[] = [];
  let line = '';
  let room = width - taken;
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line.trimEnd());
      line = word;
      room = width - indent;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`);
}

/** `1 file`, `2 files`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** A position in a text: both numbers count from 0, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface LineIndex {
  /** Number of lines; an empty text has one. */
  readonly count: number;
  /** Offsets outside the text are moved to its nearest end. */
  position(offset: number): Position;
  /** Lines and columns outside the text are moved to the nearest end of the line or text. */
  offset(line: number, column: number): number;
  /** One line without its line break; empty outside the text. */
  text(line: number): string;
}

/** Lines end at `\n`, `\r\n` or a lone `\r`, as in the Language Server Protocol. */
export function lineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const contentEnd = (line: number): number => {
    let end = starts[line + 1] ?? text.length;
    if (line + 1 < starts.length) {
      end -= 1;
      if (text.charCodeAt(end) === 10 && text.charCodeAt(end - 1) === 13 && end - 1 >= starts[line]!) end -= 1;
    }
    return end;
  };
  return {
    count: starts.length,
    position(offset) {
      const inside = Math.max(0, Math.min(offset, text.length));
      const line = lineOf(inside);
      return { line, column: inside - starts[line]! };
    },
    offset(line, column) {
      if (line < 0) return 0;
      if (line >= starts.length) return text.length;
      return Math.min(starts[line]! + Math.max(0, column), contentEnd(line));
    },
    text(line) {
      return line < 0 || line >= starts.length ? '' : text.slice(starts[line], contentEnd(line));
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 10) starts.push(index + 1);
    else if (code === 13 && text.charCodeAt(index + 1) !== 10) starts.push(index + 1);
  }
  return starts;
}

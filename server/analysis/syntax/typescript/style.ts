import type { Style } from '../ir.js';

/** How many indented lines are looked at. */
const enough = 400;

/**
 * Measures how a text is written; where it does not say, what most projects do.
 *
 * @param semicolons `undefined` for a language that has none
 */
export function styleOf(
  text: string,
  quotes: { readonly single: number; readonly double: number },
  semicolons: { readonly with: number; readonly without: number } | undefined,
): Style {
  const lineBreak = text.indexOf('\n');
  return {
    quote: quotes.double > quotes.single ? '"' : "'",
    indent: indentOf(text),
    eol: lineBreak > 0 && text.charCodeAt(lineBreak - 1) === 0x0d ? '\r\n' : '\n',
    semicolons: semicolons !== undefined && semicolons.with >= semicolons.without,
  };
}

/** The most frequent step from one line to a deeper one. */
function indentOf(text: string): string {
  const steps = new Map<string, number>();
  let before = '';
  let seen = 0;
  for (let at = 0; at < text.length && seen < enough;) {
    let end = at;
    while (text.charCodeAt(end) === 0x20 || text.charCodeAt(end) === 0x09) end++;
    const c = text.charCodeAt(end);
    const isEmpty = c === 0x0a || c === 0x0d || Number.isNaN(c);
    // Lines of a block comment are indented by one more than the code around.
    if (!isEmpty && c !== 0x2a) {
      const indent = text.slice(at, end);
      if (indent.length > before.length && indent.startsWith(before)) {
        const step = indent.slice(before.length);
        if (step.length <= 8) steps.set(step, (steps.get(step) ?? 0) + 1);
      }
      if (indent.length > 0) seen++;
      before = indent;
    }
    const lineBreak = text.indexOf('\n', end);
    at = lineBreak < 0 ? text.length : lineBreak + 1;
  }
  let best = '  ';
  let count = 0;
  for (const [step, times] of steps) {
    if (times <= count) continue;
    best = step;
    count = times;
  }
  return best;
}

/** Brackets nested deeper than this are left out of a text that the parser could not take. */
const deepest = 200;

/**
 * Replaces what stands in too many brackets by spaces. Offsets and lines stay; brackets in strings and comments
 * count too, which does not matter to the few texts that come here.
 */
export function blankDeepNesting(text: string): string {
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x28 || c === 0x5b || c === 0x7b) {
      if (depth++ === deepest) {
        pieces.push(text.slice(from, i));
        from = i;
      }
    } else if ((c === 0x29 || c === 0x5d || c === 0x7d) && depth > 0 && depth-- === deepest + 1) {
      pieces.push(blank(text.slice(from, i + 1)));
      from = i + 1;
    }
  }
  pieces.push(depth > deepest ? blank(text.slice(from)) : text.slice(from));
  return pieces.join('');
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

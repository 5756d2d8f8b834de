/** Text of somebody's code in Markdown, in which it must mean nothing. */
import { printable } from './printable.js';

/** As code, whatever signs it holds. */
export function codeSpan(text: string): string {
  const safe = printable(text).replaceAll(/\s+/g, ' ');
  const longest = Math.max(0, ...[...safe.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${safe} ${fence}` : `${fence}${safe}${fence}`;
}

/** As words on one line. */
export function plainWords(text: string): string {
  return printable(text)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_{}[\]<>#|!~@]/g, '\\$&');
}

/** Words that mark code with backticks, as messages do; nothing else in them means anything. */
export function markedWords(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, i) => (i % 2 === 1 ? codeSpan(part.slice(1, -1)) : plainWords(part)))
    .join('');
}

import { wordedFor } from '../../../rules/kit/index.js';

/** Longest value that is put into a message, in UTF-16 units. */
const longest = 160;

/** Puts values into the `{names}` of a message about a file. A name without a value stays as it is. */
export function fill(template: string, data: Readonly<Record<string, string>>, file: string): string {
  return wordedFor(file, template).replace(/`?\{([A-Za-z][A-Za-z0-9]{0,40})\}/gu, (whole, name: string) => {
    if (!Object.hasOwn(data, name)) return whole;
    const value = shown(String(data[name]));
    // Inside quotes a value must not close them; elsewhere it may hold words with quotes of their own.
    return whole.startsWith('`') ? `\`${value.replaceAll('`', "'")}` : value;
  });
}

/** Values come from source code: on one line and of bounded length. */
function shown(value: string): string {
  const line = value.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}

/** What may be said of an exception of ours: quoted parts may hold source text and are left out. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no error was thrown';
  const message = error.message
    .replace(/"[^"]*"|'[^']*'|`[^`]*`/gu, '…')
    .replace(/\s+/gu, ' ')
    .slice(0, longest);
  return message === '' ? error.name : `${error.name}: ${message}`;
}

/** Does the text match a pattern in which `*` stands for any characters? Takes linear time for one `*`, never exponential. */
export function matchesPattern(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return text === pattern;
  if (!text.startsWith(first)) return false;
  const last = rest.pop() ?? '';
  let from = first.length;
  for (const part of rest) {
    const at = text.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return text.length - from >= last.length && text.endsWith(last);
}

/** The candidate that a word was probably meant to be: at most a third of its letters differ. */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.floor(Math.min(word.length, 80) / 3) + 1;
  for (const candidate of candidates) {
    const distance = edits(word.slice(0, 80), candidate);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Number of letters to add, remove or replace. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

import { credentials } from '../../rules/credentials/index.js';

const shown = '…';
const prefixes = credentials.shapes.map(([prefix]) => prefix).filter((prefix) => prefix.length >= 3);

/**
 * A line of somebody's file as it may be shown: whatever could be a secret is cut out. It errs on the side of hiding,
 * since a line is only shown for orientation.
 */
export function masked(line: string): string {
  return line
    .slice(0, 2000)
    .replace(/:\/\/[^\s/@'"`]{1,300}@/g, `://${shown}@`)
    .replace(named, (_all, before: string) => `${before}${shown}`)
    .replace(/[A-Za-z0-9_+/=.$%~:|-]{12,}/g, (word) => (isSecretLike(word) ? shown : word));
}

/** A value that a name such as `apiKey` or `DB_PASSWORD` takes. */
const named =
  /((?:pass(?:word|wd|phrase)?|pwd|secret|token|api[_-]?key|credential|private[_-]?key)[A-Za-z0-9_]{0,40}['"`]?\s{0,10}[:=]\s{0,10}['"`]?)[^\s'"`,;(){}]{3,400}/gi;

function isSecretLike(word: string): boolean {
  if (prefixes.some((prefix) => word.startsWith(prefix) && word.length >= prefix.length + 10)) return true;
  if (word.length >= 20 && word.split(/[/.:|]/).some((part) => part.length >= 20 && isMixed(part))) return true;
  return false;
}

function isMixed(part: string): boolean {
  return /[0-9]/.test(part) && /[A-Za-z]/.test(part);
}

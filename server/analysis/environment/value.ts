/** What makes a text a secret, or none: placeholders, references, randomness. */
import type { Placeholders } from '../../../rules/kit/index.js';

export interface Values {
  /** Stands for a secret that is kept elsewhere: `${env:KEY}`, `op://vault/item`. */
  isReference(value: string): boolean;
  /** Written to be replaced, or published as a sample. `value` is the secret part only. */
  isPlaceholder(value: string): boolean;
}

const longest = 4096;

export function createValues(placeholders: Placeholders): Values {
  const words = new Set(placeholders.words);
  return {
    isReference: (value) =>
      placeholders.references.some((start) => value.startsWith(start)) ||
      (value.length <= 200 && (/^\$[A-Za-z_]\w*$/.test(value) || /^%\w+%$/.test(value) || /^__\w+__$/.test(value))),
    isPlaceholder(value) {
      if (value.length > longest) return false;
      const text = value.toLowerCase();
      return (
        words.has(text) ||
        placeholders.parts.some((part) => text.includes(part)) ||
        placeholders.documented.some((sample) => value.includes(sample)) ||
        isMonotonous(text)
      );
    },
  };
}

/** Shannon entropy in bits for each character. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/**
 * The secret part of a shape looks drawn at random. Short parts cannot show much, so the bar rises with the length; letters of
 * one case without a digit are words, not keys, unless the alphabet knows no others.
 */
export function looksDrawn(body: string): boolean {
  if (body.length < 8) return true;
  const bar = body.length < 20 ? 2.3 : 2.8;
  return entropy(body.slice(0, 200)) >= bar && !/^(?:[a-z_-]+|[A-Z_-]+)$/.test(body);
}

/**
 * A value without a telling shape that is nevertheless no word, path or identifier: hexadecimal, UUID, or characters of
 * different kinds that alternate often.
 */
export function looksRandom(value: string): boolean {
  if (value.length < 16 || value.length > 512 || !/^[A-Za-z0-9+/=_.~!@#$%^&*-]+$/.test(value)) return false;
  const bits = entropy(value);
  if (/^[0-9a-f-]+$/i.test(value)) return value.length >= 24 && bits >= 3 && /\d/.test(value) && /[a-f]/i.test(value);
  if (!/\d/.test(value) || !/[A-Za-z]/.test(value) || bits < 3.3) return false;
  if (/^\/|^\.{1,2}\/|^[a-z]+:\/\//.test(value) || /\.(?:json|ts|js|py|html?|pem|txt|ya?ml|com|org|net|io)$/.test(value)) return false;
  return !isWords(value) && changes(value) >= value.length / 5;
}

/** Half of the text or more is made of words between signs: `test-session-secret-32chars`. */
function isWords(value: string): boolean {
  const words = value.split(/[^A-Za-z0-9]+/).filter((part) => /^[A-Z]?[a-z]{2,20}$|^[A-Z]{3,20}$/.test(part));
  return words.reduce((sum, word) => sum + word.length, 0) >= value.length / 2;
}

/** How often neighbours are of different kinds: small letter, capital, digit, other. */
function changes(value: string): number {
  const kind = (code: number): number => (code >= 97 && code <= 122 ? 1 : code >= 65 && code <= 90 ? 2 : code >= 48 && code <= 57 ? 3 : 4);
  let count = 0;
  for (let at = 1; at < value.length; at += 1) if (kind(value.charCodeAt(at)) !== kind(value.charCodeAt(at - 1))) count += 1;
  return count;
}

/** Runs of one character, of neighbours in the alphabet, or of two such rows taken in turn (`1a2b3c4d5e`). */
function isMonotonous(text: string): boolean {
  let same = 1;
  let up = 1;
  let down = 1;
  let turns = 1;
  for (let at = 1; at < text.length; at += 1) {
    const step = text.charCodeAt(at) - text.charCodeAt(at - 1);
    same = step === 0 ? same + 1 : 1;
    up = step === 1 ? up + 1 : 1;
    down = step === -1 ? down + 1 : 1;
    turns = at >= 2 && text.charCodeAt(at) - text.charCodeAt(at - 2) === 1 ? turns + 1 : 1;
    if (same >= 5 || up >= 7 || down >= 7 || turns >= 8) return true;
  }
  return text.length >= 8 && new Set(text).size <= 3;
}

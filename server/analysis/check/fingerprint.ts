import { literals } from './literals.js';

/**
 * What a finding is recognised by in later runs and in other places: a hash of the rule, the tool, and code and evidence
 * reduced to what formatting does not change. No line numbers, no paths, no secrets.
 */
export interface Identity {
  readonly rule: string;
  readonly message: string;
  readonly tool?: string;
  readonly labels: readonly string[];
  /** Source code of the place; empty for configuration, whose text is full of secrets. */
  readonly code: string;
  /** For findings about configuration: the name of the file without its folder, and the names and words that were reported. */
  readonly words: readonly string[];
}

/** Returns 16 hexadecimal digits. Equal identities get equal fingerprints; the caller numbers repetitions. */
export function fingerprint(identity: Identity): string {
  const { rule, message, tool, labels, code, words } = identity;
  const parts = [rule, message, tool ?? '', ...labels.map(label), '', normal(code), '', ...words.map(label)];
  return hash(parts.join('\u0000'));
}

/** Code without what a formatter may change: space, quotes, commas, semicolons, parentheses, escapes; and without secrets. */
export function normal(code: string): string {
  let result = '';
  for (const { text, quote } of literals(code)) {
    const kept =
      quote !== ''
        ? text
            .split(/\s+/u)
            .map((word) => (maybeSecret(word) ? '*' : word))
            .join('')
        : text;
    result += kept.replace(/[\s,;()'"`\\]+/gu, '');
  }
  return result;
}

/** Evidence may name lines: `notify.ts:12`. */
function label(text: string): string {
  return normal(text.replace(/:\s{0,9}\d+/gu, ':'));
}

/**
 * A hash of a guessable secret would tell it, so words of string literals that may be one are left out: long ones, those with
 * digits and letters, and addresses with a password.
 */
function maybeSecret(word: string): boolean {
  if (/:\/\/[^/@]*@/u.test(word)) return true;
  if (word.includes('${')) return false;
  return word.length >= 16 || (word.length >= 8 && /\d/u.test(word) && /[A-Za-z]/u.test(word));
}

/** 64 bits in two lanes, multiply and xor; a checksum, not cryptography. */
function hash(text: string): string {
  let a = 0x5bd1e995;
  let b = 0x2545f491;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ (unit + i), 0x27d4eb2f);
  }
  return hex(mix(a ^ (b >>> 15))) + hex(mix(b ^ (a >>> 13)));
}

function mix(lane: number): number {
  let x = lane;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x68e31da4);
  return x ^ (x >>> 16);
}

function hex(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, '0');
}

/** Equal fingerprints are told apart by their order, so that a copy of known code is new. */
export function numbered<F extends { readonly fingerprint: string }>(findings: readonly F[]): readonly F[] {
  const seen = new Map<string, number>();
  return findings.map((one) => {
    const count = (seen.get(one.fingerprint) ?? 0) + 1;
    seen.set(one.fingerprint, count);
    return count === 1 ? one : { ...one, fingerprint: `${one.fingerprint}-${count}` };
  });
}

/** The same without the number that tells equal ones apart, which depends on what else there is. */
export function unnumbered(fingerprint: string): string {
  return fingerprint.replace(/-\d+$/, '');
}

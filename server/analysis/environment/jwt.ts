/** Reads what a JSON Web Token says about itself, without checking its signature (RFC 7519). */

export interface Token {
  readonly end: number;
  readonly payload: Readonly<Record<string, unknown>>;
}

const longest = 8192;

/** The token that starts at `start`; `undefined` when there is none. */
export function tokenAt(text: string, start: number): Token | undefined {
  const header = endOfPart(text, start);
  if (text[header] !== '.') return undefined;
  const payloadEnd = endOfPart(text, header + 1);
  if (text[payloadEnd] !== '.' || payloadEnd - header < 8) return undefined;
  const end = endOfPart(text, payloadEnd + 1);
  if (end - payloadEnd < 16 || objectIn(text.slice(start, header)) === undefined) return undefined;
  const payload = objectIn(text.slice(header + 1, payloadEnd));
  return payload === undefined ? undefined : { end, payload };
}

function endOfPart(text: string, from: number): number {
  const stop = Math.min(text.length, from + longest);
  let at = from;
  while (at < stop && isUrlCharacter(text.charCodeAt(at))) at += 1;
  return at;
}

function isUrlCharacter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 45 || code === 95;
}

function objectIn(encoded: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(decode(encoded));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Base64url to text, a byte a character: enough for the ASCII fields that are asked for. */
function decode(encoded: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  let text = '';
  let bits = 0;
  let held = 0;
  for (const character of encoded) {
    bits = (bits << 6) | alphabet.indexOf(character);
    held += 6;
    if (held < 8) continue;
    held -= 8;
    text += String.fromCharCode((bits >> held) & 0xff);
    bits &= (1 << held) - 1;
  }
  return text;
}

/** A statement that code of the program rewrites, sign by sign, before it is run: `?` becomes `:p0`. */
import { directParts } from '../some-part.js';
import type { Value } from '../value.js';
import { keyOf } from '../value-keys.js';

const begins = /^\s{0,100}(?:SELECT|WITH|INSERT|UPDATE|DELETE|REPLACE|MERGE|CREATE|DROP|ALTER|TRUNCATE|PRAGMA)\s/i;
/** What puts texts together or takes them apart. */
const rewrites =
  /^(?:\+|%|\[\]|\.\[\]|item|index|join|expression|\.?(?:slice|replace|strip|lstrip|rstrip|format|join)(?:\(\))?|(?:re\.)?subn?\(\))$/;
/** Such a word may change what a statement does. */
const word = /[A-Za-z]{3}/;
const maxParts = 400;

/**
 * The one statement that a text is made from, where nothing else that could say what is done goes into it: neither what somebody
 * passes or answers, nor a word.
 */
export function sourceOf(text: Value): Value | undefined {
  if (text.kind !== 'derived' || !rewrites.test(text.operation)) return undefined;
  let source: Value | undefined;
  const seen = new Set<Value>();
  const waiting: Value[] = [text];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (seen.has(part)) continue;
    seen.add(part);
    if (seen.size > maxParts) return undefined;
    if (isStatement(part)) {
      if (source !== undefined && keyOf(source) !== keyOf(part)) return undefined;
      source = part;
    } else if (part.kind === 'constant') {
      if (typeof part.value === 'string' && word.test(part.value)) return undefined;
    } else if (part.kind === 'derived') {
      if (part.read !== undefined || part.answer === true || part.told === true || !rewrites.test(part.operation)) return undefined;
      waiting.push(...part.from);
    } else if (part.kind === 'text' || part.kind === 'union' || part.kind === 'array') {
      if (part.kind === 'text' && part.parts.some((piece) => typeof piece === 'string' && word.test(piece))) return undefined;
      waiting.push(...directParts(part));
    } else return undefined;
  }
  return source;
}

function isStatement(value: Value): boolean {
  const first = value.kind === 'constant' ? value.value : value.kind === 'text' ? value.parts[0] : undefined;
  return typeof first === 'string' && begins.test(first);
}

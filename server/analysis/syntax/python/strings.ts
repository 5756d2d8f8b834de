/** Texts: prefixes, escapes, holes of f-strings, literals that stand beside each other. */
import type { Expression } from '../ir.js';
import type { Reader } from './reader.js';
import { childOf, fieldOf, partsOf, type Node } from './tree.js';

/** A text literal, or a template when it has holes. */
export function readString(r: Reader, node: Node): Expression {
  return joined(r, node, partsOfString(r, node));
}

/** `'a' f'{b}'`: one text. */
export function readStrings(r: Reader, node: Node): Expression {
  return joined(
    r,
    node,
    partsOf(node).flatMap((part) => (part.type === 'string' ? partsOfString(r, part) : [r.expression(part)])),
  );
}

function joined(r: Reader, node: Node, parts: readonly (string | Expression)[]): Expression {
  const texts = [''];
  const holes: Expression[] = [];
  for (const part of parts) {
    if (typeof part === 'string') texts[texts.length - 1] += part;
    else {
      holes.push(part);
      texts.push('');
    }
  }
  const span = r.span(node);
  return holes.length === 0 ? { kind: 'literal', span, value: texts[0]! } : { kind: 'template', span, texts, holes, tag: undefined };
}

function partsOfString(r: Reader, node: Node): readonly (string | Expression)[] {
  const start = childOf(node, 'string_start');
  const opening = start === undefined ? '' : r.textOf(start).toLowerCase();
  if (opening.endsWith('"')) r.quotes.double++;
  else r.quotes.single++;
  const isRaw = opening.includes('r');
  const hasHoles = /[ft]/.test(opening);
  const parts: (string | Expression)[] = [];
  for (const child of node.children) {
    if (child.type === 'string_content') {
      const raw = r.textOf(child);
      const text = hasHoles ? raw.replaceAll('{{', '{').replaceAll('}}', '}') : raw;
      parts.push(isRaw ? text : unescaped(text));
    } else if (child.type === 'interpolation') {
      const inner = fieldOf(child, 'expression');
      if (inner !== undefined) parts.push(r.expression(inner));
    }
  }
  return parts;
}

const simple: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', a: '\x07', '\n': '', '\r\n': '' };

/** @see https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences */
export function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|N\{[^}\n]{1,100}\}|([0-7]{1,3})|(\r\n|[\s\S]))/g,
    (whole: string, x?: string, u?: string, long?: string, octal?: string, sign?: string) => {
      const hex = x ?? u ?? long;
      if (hex !== undefined) return codePoint(Number.parseInt(hex, 16));
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      if (sign === undefined) return '\ufffd';
      return simple[sign] ?? (/[\\'"]/.test(sign) ? sign : whole);
    },
  );
}

function codePoint(code: number): string {
  return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}

/** The value of an integer or a float; complex numbers and integers that do not fit are no values. */
export function numberOf(text: string): number | undefined {
  const plain = text.replaceAll('_', '').toLowerCase();
  if (/[jl]$/.test(plain) && !plain.startsWith('0x')) return undefined;
  const value = Number(/^0\d+$/.test(plain) ? Number.parseInt(plain, 8) : plain);
  return Number.isNaN(value) ? undefined : value;
}

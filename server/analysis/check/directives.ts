import { createScanner } from 'jsonc-parser';
import type { Span, Suppression } from '../../../rules/kit/index.js';
import type { Module } from '../syntax/ir.js';
import { closest } from './words.js';

const forms = ['line', 'next-line', 'file', 'start', 'end', 'tool'] as const;

/** A comment that begins with `detent-ignore`, before it is known what it silences. */
export interface Directive {
  readonly form: Suppression['form'];
  readonly closest?: string;
  /** The whole comment. */
  readonly span: Span;
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  readonly reason?: string;
}

interface Remark {
  readonly span: Span;
  /** Offset of the first character behind the comment sign. */
  readonly from: number;
  readonly to: number;
}

/** All directives of a file, in order. `module` is the file as source code, if it is that. */
export function directivesOf(file: string, text: string, module: Module | undefined): readonly Directive[] {
  if (!text.includes('detent-ignore')) return [];
  return remarks(file, text, module).flatMap((remark) => directive(text, remark) ?? []);
}

function remarks(file: string, text: string, module: Module | undefined): readonly Remark[] {
  if (module !== undefined) return module.comments.map(({ span }) => remark(text, span));
  return /\.(?:json|jsonc|json5|code-workspace)$/u.test(file) ? jsonRemarks(text) : hashRemarks(text);
}

function jsonRemarks(text: string): readonly Remark[] {
  const scanner = createScanner(text);
  const found: Remark[] = [];
  // 12 and 13 are line and block comments, 17 is the end: the enumeration exists only at compile time.
  for (let kind: number = scanner.scan(); kind !== 17; kind = scanner.scan()) {
    if (kind !== 12 && kind !== 13) continue;
    const start = scanner.getTokenOffset();
    found.push(remark(text, { start, end: start + scanner.getTokenLength() }));
  }
  return found;
}

/** Environment files, YAML and TOML: `#` at the start of a line or behind a blank. */
function hashRemarks(text: string): readonly Remark[] {
  const found: Remark[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    const match = /(?:^|[ \t])(#[ \t]{0,20}detent-ignore)/u.exec(line);
    if (match !== null) {
      const start = from + match.index + match[0].length - (match[1] ?? '').length;
      found.push(remark(text, { start, end: from + line.trimEnd().length }));
    }
    from += line.length + 1;
  }
  return found;
}

/** Leaves the signs of the comment away. */
function remark(text: string, span: Span): Remark {
  const sign = /^(?:\/\/+|\/\*+|#+|<!--)/u.exec(text.slice(span.start, span.start + 8))?.[0] ?? '';
  const closing = sign.startsWith('/*') && text.endsWith('*/', span.end) ? 2 : 0;
  return { span, from: span.start + sign.length, to: span.end - closing };
}

function directive(text: string, { span, from, to }: Remark): Directive | undefined {
  const words = wordsOf(text, from, to);
  if (words[0]?.text === '*') words.shift();
  const head = words.shift()?.text.replace(/:$/u, '');
  if (head !== 'detent-ignore' && head?.startsWith('detent-ignore-') !== true) return undefined;
  const word = head.slice('detent-ignore-'.length);
  const form = forms.find((one) => one === word);
  const dashes = words.findIndex(({ text: sign }) => sign === '--');
  const names = dashes === -1 ? words : words.slice(0, dashes);
  const told = dashes === -1 ? [] : words.slice(dashes + 1);
  return {
    form: form ?? { unknown: word.slice(0, 40) },
    ...(form === undefined && { closest: closest(word, forms) }),
    span,
    rules: names.flatMap(({ text: id, start }) => {
      const name = id.replace(/,$/u, '');
      return name === '' ? [] : [{ id: name, span: { start, end: start + name.length } }];
    }),
    ...(told.length > 0 && { reason: told.map(({ text: part }) => part).join(' ') }),
  };
}

/** Words between blanks; a comma also ends one, and stays on it. */
function wordsOf(text: string, from: number, to: number): { text: string; start: number }[] {
  return [...text.slice(from, to).matchAll(/[^\s,]+,?/gu)].map((match) => ({ text: match[0], start: from + match.index }));
}

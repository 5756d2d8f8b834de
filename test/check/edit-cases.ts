import { parseTree, type Node } from 'jsonc-parser';
import type { CallSite, Data, Edit, ObjectSite, Span } from '../../rules/kit/index.js';
import { applyEdits } from '../../server/analysis/check/guards.js';
import { resolveEdits } from '../../server/analysis/check/edits.js';
import { layoutOf } from '../../server/analysis/check/layout.js';
import { pagesOf } from '../../server/analysis/check/pages.js';
import { readTypeScript } from '../../server/analysis/syntax/typescript/read.js';

export interface EditCase {
  readonly title: string;
  readonly file: string;
  /** With ⟦ and ⟧ around the place. */
  readonly before: string;
  /** `undefined`: refused. */
  readonly after: string | undefined;
  readonly orders: readonly string[];
}

/** Cases of `edits.md`. */
export function readEditCases(markdown: string): readonly EditCase[] {
  return markdown
    .split(/^## /mu)
    .slice(1)
    .map((section) => {
      const title = section.slice(0, section.indexOf('\n'));
      const block = (name: string): readonly [string, string] | undefined => {
        const match = new RegExp(`^\`\`\`(\\w+) ${name}\\n([^]*?)^\`\`\`$`, 'mu').exec(section);
        return match === null ? undefined : [match[1] ?? '', match[2] ?? ''];
      };
      const before = block('before');
      const after = block('after');
      const isRefused = /^refused$/mu.test(section);
      if (before === undefined || (after === undefined) !== isRefused)
        throw new Error(`${title}: needs "before", and "after" or "refused"`);
      const orders = section.split('\n').filter((line) => /^(?:property|argument|above|last) .*`/u.test(line));
      return { title, file: `/case.${before[0]}`, before: before[1], after: after?.[1], orders };
    });
}

/** The text after the edits, `undefined` when they are refused. */
export function edited(file: string, marked: string, orders: readonly string[]): string | undefined {
  const start = marked.indexOf('⟦');
  const text = marked.replaceAll(/[⟦⟧]/gu, '');
  const place = { file, span: { start, end: marked.indexOf('⟧') - 1 } };
  const moduleOf = (): ReturnType<typeof readTypeScript> | undefined => (file.endsWith('.ts') ? readTypeScript(file, text) : undefined);
  const pages = pagesOf((name) => (name === file ? text : undefined), moduleOf);
  const edits = orders.map((order): Edit => {
    const [, kind, words = '', value = ''] = /^(\w+) ?(\d+ |code |comment )?`([^`]+)`/u.exec(order) ?? [];
    const data = /= `(.+)`$/u.exec(order)?.[1];
    if (kind === 'above') return { kind: 'line-above', at: place, text: value, comment: words.startsWith('comment') };
    if (kind === 'last') return { kind: 'line-last', block: place, text: value };
    const path = value.split('.');
    const content = JSON.parse(data ?? 'null') as Data;
    if (kind === 'property') {
      const object = site(file, text, place.span);
      return { kind: 'set', slot: { file, insert: { kind: 'property', object, path } }, value: content };
    }
    return {
      kind: 'set',
      slot: { file, insert: { kind: 'argument', call: call(file, text, place.span), index: Number(words), path } },
      value: content,
    };
  });
  const result = resolveEdits(edits, pages);
  return result && applyEdits(text, result);
}

function site(file: string, text: string, span: Span): ObjectSite {
  if (file.endsWith('.py')) {
    const entries = [...text.matchAll(/(\w+)=("[^"]*")/gu)].map((match) => {
      const end = match.index + match[0].length;
      return { key: match[1] ?? '', span: { start: match.index, end }, value: { start: end - (match[2] ?? '').length, end } };
    });
    return { file, span, entries };
  }
  if (file.endsWith('.json')) {
    const node = findObject(parseTree(text), span.start);
    const entries = (node?.children ?? []).map((property) => {
      const [key, value] = property.children ?? [];
      return { key: String(key?.value), span: spanOf(property), value: spanOf(value ?? property) };
    });
    return { file, span, entries };
  }
  const object = layoutOf(readTypeScript(file, text)).objects.find((one) => one.span.start === span.start);
  const entries = (object?.entries ?? []).map((entry) => ({
    key: entry.kind !== 'spread' && typeof entry.key === 'string' ? entry.key : null,
    span: entry.span,
    value: entry.value.span,
  }));
  return { file, span, entries };
}

function findObject(node: Node | undefined, offset: number): Node | undefined {
  if (node === undefined || (node.type === 'object' && node.offset === offset)) return node;
  for (const child of node.children ?? []) {
    const found = findObject(child, offset);
    if (found !== undefined) return found;
  }
  return undefined;
}

function spanOf(node: Node): Span {
  return { start: node.offset, end: node.offset + node.length };
}

function call(file: string, text: string, span: Span): CallSite {
  const args: Span[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('argsSpan' in value && (value.argsSpan as Span).start === span.start) {
      args.push(...(value as unknown as { args: readonly { span: Span }[] }).args.map((argument) => argument.span));
    }
    for (const [key, inner] of Object.entries(value)) if (key !== 'binding' && key !== 'bindings' && key !== 'outer') visit(inner);
  };
  visit(readTypeScript(file, text).body);
  return { file, span, args };
}

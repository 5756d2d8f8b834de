import { findNodeAtOffset, parseTree, type Node } from 'jsonc-parser';
import type { ObjectSite, Span } from '../../../rules/kit/index.js';
import { sameSpan } from './layout.js';
import type { Page } from './pages.js';

export interface Entry {
  readonly key: string;
  readonly form: 'plain' | 'shorthand' | 'method';
}

/** The object literal that is exactly at a place, in source code or JSON. */
export function siteAt(page: Page, span: Span): ObjectSite | undefined {
  if (page.style.language === 'json') return jsonSite(page, span);
  const object = page.layout?.near(span.start).objects.find((one) => sameSpan(one.span, span));
  return (
    object && {
      file: page.file,
      span,
      entries: object.entries.map((entry) => ({
        key: entry.kind !== 'spread' && typeof entry.key === 'string' ? entry.key : null,
        span: entry.span,
        value: entry.value.span,
      })),
    }
  );
}

/** The entry whose value is exactly at a place, when it stands in an object literal. */
export function entryAt(page: Page, span: Span): Entry | undefined {
  for (const object of page.layout?.near(span.start).objects ?? []) {
    for (const entry of object.entries) {
      if (entry.kind === 'spread' || typeof entry.key !== 'string' || !sameSpan(entry.value.span, span)) continue;
      if (entry.kind === 'entry' && entry.shorthand) return { key: entry.key, form: 'shorthand' };
      const colon = page.text.slice(entry.keySpan.end, entry.value.span.start).includes(':');
      return { key: entry.key, form: entry.kind === 'entry' && colon ? 'plain' : 'method' };
    }
  }
  return undefined;
}

function jsonSite(page: Page, span: Span): ObjectSite | undefined {
  const tree = parseTree(page.text, [], { allowTrailingComma: true });
  const node = tree && findNodeAtOffset(tree, span.start);
  if (node?.type !== 'object' || node.offset !== span.start || node.offset + node.length !== span.end) return undefined;
  const entries = (node.children ?? []).map((property) => {
    const [key, value] = property.children ?? [];
    return { key: typeof key?.value === 'string' ? key.value : null, span: spanOf(property), value: spanOf(value ?? property) };
  });
  return { file: page.file, span, entries };
}

function spanOf(node: Node): Span {
  return { start: node.offset, end: node.offset + node.length };
}

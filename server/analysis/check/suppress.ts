import { findNodeAtOffset, parseTree } from 'jsonc-parser';
import type { Place, Span, SuppressedRule, Suppression, Tool } from '../../../rules/kit/index.js';
import { directivesOf, type Directive } from './directives.js';
import { holds, largest, reaches, unitAt, type Layout } from './layout.js';
import type { Page, Pages } from './pages.js';
import { closest } from './words.js';

/** What a comment may silence. */
export interface Silenceable {
  readonly rule: string;
  readonly at: Place;
  readonly toolFacts?: Tool;
}

export interface Suppressed<S extends Silenceable> {
  readonly kept: readonly S[];
  /** All comments, with what became of them. */
  readonly comments: readonly Suppression[];
}

/**
 * Takes away what comments silence. A comment works by the statement, property or argument it belongs to, not by lines, so
 * that a formatter cannot part them; bodies of several statements inside that are on their own.
 *
 * @param files those whose text holds the word
 * @param known ids of all rules; `ran` says of which of them silence means that there was nothing to report
 */
export function suppress<S extends Silenceable>(
  reports: readonly S[],
  files: readonly string[],
  pages: Pages,
  known: readonly string[],
  ran: (rule: string) => boolean,
): Suppressed<S> {
  const silenced = new Set<S>();
  const comments: Suppression[] = [];
  for (const file of files) {
    const page = pages(file);
    if (page === undefined) continue;
    const { text } = page;
    const directives = directivesOf(file, text, page.module);
    const scope = scopes(page, directives);
    for (const directive of directives) {
      const covers = scope(directive);
      const rules = directive.rules.map((rule): SuppressedRule => {
        const hit = reports.filter((report) => report.rule === rule.id && covers?.(report) === true);
        if (directive.reason !== undefined) for (const report of hit) silenced.add(report);
        const isKnown = known.includes(rule.id);
        return {
          ...rule,
          file,
          known: isKnown,
          used: hit.length > 0 || (ran(rule.id) ? false : null),
          ...(!isKnown && { closest: closestRule(rule.id, known) }),
        };
      });
      const { form, span, reason, closest: meant } = directive;
      const unpaired = (form === 'start' || form === 'end') && covers === undefined;
      comments.push({ file, form, closest: meant, span, reason, rules, unpaired, removal: { file, span: removal(text, span) } });
    }
  }
  return { kept: silenced.size === 0 ? reports : reports.filter((report) => !silenced.has(report)), comments };
}

type Covers = (report: Silenceable) => boolean;

/** Says for each directive of a file what it covers; `undefined` when it covers nothing, as an end does. */
function scopes({ file, text, module, layout }: Page, directives: readonly Directive[]): (directive: Directive) => Covers | undefined {
  const notCode = module?.comments.map(({ span }) => span) ?? directives.map(({ span }) => span);
  const blocks = pairs(directives);
  const here =
    (test: (offset: number) => boolean): Covers =>
    (report) =>
      report.at.file === file && test(report.at.span.start);

  return (directive) => {
    const { form, span } = directive;
    if (form === 'file') return here(() => true);
    if (form === 'start') {
      const end = blocks.get(directive);
      return end === undefined ? undefined : here((offset) => offset >= span.end && offset < end.span.start);
    }
    if (form === 'end') return [...blocks.values()].includes(directive) ? () => false : undefined;
    if (form === 'line') return here(onLine(text, layout, span));
    if (form !== 'next-line' && form !== 'tool') return () => false;
    const next = skip(text, span.end, notCode);
    const below = layout === undefined ? belowInData(file, text, next) : belowInCode(text, layout, span, next);
    if (form === 'next-line') return here(below);
    return ({ toolFacts: tool }) => tool?.pragmaPlace.file === file && (below(tool.pragmaPlace.span.start) || below(tool.name.span.start));
  };
}

/** The largest statement, else the largest part, that starts where the next code does. */
function belowInCode(text: string, layout: Layout, comment: Span, next: number): (offset: number) => boolean {
  const unit = largest(layout.units.filter(({ span }) => span.start === next));
  if (unit !== undefined) return (offset) => holds(unit.span, offset) && reaches(layout, unit, offset);
  const around = unitAt(layout, comment.start);
  const part = largest(layout.parts.filter(({ span, unit: within }) => span.start === next && within === around));
  if (part === undefined) return sameLine(text, next);
  return (offset) => holds(part.span, offset) && reaches(layout, part.unit, offset);
}

/** JSON: the property or item that starts there, at any depth. Other formats: the line. */
function belowInData(file: string, text: string, next: number): (offset: number) => boolean {
  if (!/\.(?:json|jsonc|json5|code-workspace)$/u.test(file)) return sameLine(text, next);
  const tree = parseTree(text, [], { allowTrailingComma: true });
  const key = tree === undefined ? undefined : findNodeAtOffset(tree, next);
  const node = key?.parent?.type === 'property' ? key.parent : key;
  if (node === undefined || node.offset !== next) return sameLine(text, next);
  return (offset) => holds({ start: node.offset, end: node.offset + node.length }, offset);
}

/** Behind code on one line: what ends there. Where nothing does, as behind an opening brace: what starts on the line. */
function onLine(text: string, layout: Layout | undefined, comment: Span): (offset: number) => boolean {
  const lineStart = text.lastIndexOf('\n', comment.start - 1) + 1;
  const code = text.slice(lineStart, comment.start).trimEnd();
  let inner = code.length;
  while (inner > 0 && /[;,\s]/u.test(code.charAt(inner - 1))) inner--;
  const ends = [lineStart + code.length, lineStart + inner];
  const ended = (item: { readonly span: Span }): boolean => item.span.start < item.span.end && ends.includes(item.span.end);
  const units = layout?.units.filter(ended) ?? [];
  const parts = layout?.parts.filter(ended) ?? [];
  if (layout === undefined || code === '' || units.length + parts.length === 0) return sameLine(text, comment.start);
  return (offset) =>
    units.some((unit) => holds(unit.span, offset) && reaches(layout, unit, offset)) ||
    parts.some((part) => holds(part.span, offset) && reaches(layout, part.unit, offset));
}

function sameLine(text: string, place: number): (offset: number) => boolean {
  const start = text.lastIndexOf('\n', place - 1) + 1;
  const newline = text.indexOf('\n', place);
  const end = newline === -1 ? text.length : newline;
  return (offset) => offset >= start && offset <= end;
}

/** Each start with its end: blocks nest, and an end that names rules closes the last start of the same rules. */
function pairs(directives: readonly Directive[]): Map<Directive, Directive> {
  const open: Directive[] = [];
  const closed = new Map<Directive, Directive>();
  for (const directive of directives) {
    if (directive.form === 'start') open.push(directive);
    if (directive.form !== 'end') continue;
    const names = directive.rules.map(({ id }) => id);
    const at = open.findLastIndex((start) => names.length === 0 || names.every((name) => start.rules.some(({ id }) => id === name)));
    const [start] = at === -1 ? [] : open.splice(at, 1);
    if (start !== undefined) closed.set(start, directive);
  }
  return closed;
}

/** The next offset behind blanks and comments. */
function skip(text: string, from: number, comments: readonly Span[]): number {
  let at = from;
  for (;;) {
    while (at < text.length && /\s/u.test(text.charAt(at))) at++;
    const comment = comments.find(({ start }) => start === at);
    if (comment === undefined) return at;
    at = comment.end;
  }
}

/** The whole line when nothing else stands on it, else the comment and the blanks before it. */
function removal(text: string, span: Span): Span {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const newline = text.indexOf('\n', span.end);
  const lineEnd = newline === -1 ? text.length : newline + 1;
  const before = text.slice(lineStart, span.start);
  if (before.trim() === '' && text.slice(span.end, lineEnd).trim() === '') return { start: lineStart, end: lineEnd };
  return { start: lineStart + before.trimEnd().length, end: span.end };
}

/** A wrong group or a wrong name. */
function closestRule(id: string, known: readonly string[]): string | undefined {
  const name = id.slice(id.lastIndexOf('/') + 1);
  return known.find((rule) => rule.endsWith(`/${name}`)) ?? closest(id, known);
}

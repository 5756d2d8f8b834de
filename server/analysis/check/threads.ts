/** A value that is handed on from the model to a call: what a schema, functions and calls need for one more. */
import type { Data, Edit, Span } from '../../../rules/kit/index.js';
import type { FunctionNode, Parameter } from '../syntax/ir.js';
import { imported } from './imports.js';
import { insertItems, type Change, type List } from './lists.js';
import { callOf, functionAt } from './nodes.js';
import type { Page, Pages } from './pages.js';
import { siteAt } from './sites.js';
import { pair, type Spot } from './style.js';

type Of<K extends Edit['kind']> = Extract<Edit, { readonly kind: K }>;
type Changes = readonly Change[] | undefined;

/** Adds a text to the shape of zod, or to the properties of a JSON Schema and to those that must be given. */
export function schemaEntry(page: Page, { at, form, name, about }: Of<'schema-entry'>): Changes {
  const site = siteAt(page, at.span);
  if (site === undefined) return undefined;
  const entry = (key: string) => site.entries.find((one) => one.key === key);
  if (form === 'zod') {
    const [, library] = /^([A-Za-z_$][\w$]*)\.[A-Za-z]/u.exec(textOf(page, site.entries[0]?.value)) ?? [];
    const value: Data = { code: `${library ?? ''}.string().describe('${about}')` };
    return library === undefined ? undefined : added(page, site, name, value);
  }
  const properties = siteAt(page, entry('properties')?.value ?? at.span);
  if (properties === undefined || properties.span.start === site.span.start) return undefined;
  const own = added(page, properties, name, { type: 'string', description: about });
  const list = entry('required')?.value;
  const asked = list === undefined ? added(page, site, 'required', [name]) : required(page, list, name);
  return own === undefined || asked === undefined ? undefined : [...own, ...asked];
}

function added(page: Page, site: NonNullable<ReturnType<typeof siteAt>>, key: string, value: Data): Changes {
  const { entries, span } = site;
  const quoteKeys = entries.length > 0 && entries.every((one) => /["']/u.test(page.text.charAt(one.span.start)));
  const write = (spot: Spot): string => pair(key, value, page.style, spot, { quoteKeys });
  return insertItems(page.text, { span, items: entries.map((one) => one.span) }, entries.length, [write], page.style);
}

/** A list of names, as it is written. */
function required(page: Page, span: Span, name: string): Changes {
  const text = textOf(page, span);
  const list = /^\[(?:\s|,|'[^'\n]*'|"[^"\n]*")*\]/u.exec(text)?.[0];
  if (list === undefined) return undefined;
  const items = [...list.matchAll(/'[^'\n]*'|"[^"\n]*"/gu)].map(({ index, 0: item }) =>
    moved({ start: index, end: index + item.length }, span),
  );
  const whole = moved({ start: 0, end: list.length }, span);
  return insertItems(page.text, { span: whole, items }, items.length, [() => page.style.quote + name + page.style.quote], page.style);
}

/** Adds a parameter to a function. */
export function parameter(page: Page, { of, name, model }: Of<'parameter'>): Changes {
  const fn = page.module === undefined ? undefined : functionAt(page.module, of.span);
  if (fn === undefined) return undefined;
  if (page.style.language === 'python') return inSignature(page, fn, name, model);
  if (model === undefined) return last(page, fn, name);
  return model.whole === undefined
    ? inPattern(page, fn, name)
    : inType(page, fn.parameters.find((one) => one.name === model.whole)?.type, name);
}

/** `{ a, b }` takes one more, and so does the type that is written beside it. */
function inPattern(page: Page, { parameters }: FunctionNode, name: string): Changes {
  const pattern = parameters.find(({ name: simple, span }) => simple === undefined && page.text[span.start] === '{');
  if (pattern === undefined) return undefined;
  const typed = inType(page, pattern.type, name);
  return typed === undefined ? undefined : [...atStart(page, pattern.span.start, name, ','), ...typed];
}

/** A type that is inferred knows of it already; one that is written elsewhere may be that of others, too. */
function inType(page: Page, type: Parameter['type'], name: string): Changes {
  if (type === undefined || /\binfer\b/u.test(textOf(page, type.span))) return [];
  return page.text[type.span.start] === '{' ? atStart(page, type.span.start, `${name}: string`, ';') : undefined;
}

/** Right behind an opening brace, on a line of its own where the others have one. */
function atStart({ text, style }: Page, open: number, item: string, separator: string): readonly Change[] {
  const at = { start: open + 1, end: open + 1 };
  const [, blank = '', next = ''] = /^(\s*)(\S?)/u.exec(text.slice(open + 1, open + 1000)) ?? [];
  if (next === '}') return [{ span: { start: open + 1, end: open + 1 + blank.length }, text: ` ${item} ` }];
  if (!blank.includes('\n')) return [{ span: at, text: `${style.spaced ? ' ' : ''}${item}${separator}${style.spaced ? '' : ' '}` }];
  return [{ span: at, text: blank + item + separator }];
}

/** Callers that say nothing of it go on as before. */
function last(page: Page, fn: FunctionNode, name: string): Changes {
  const { parameters } = fn;
  const list = parametersOf(page.text, fn);
  if (list === undefined || parameters.some(({ rest }) => rest)) return undefined;
  const code = /\.[cm]?tsx?$/u.test(page.file) ? `${name}?: string` : name;
  return insertItems(page.text, list, list.items.length, [() => code], page.style);
}

function inSignature(page: Page, fn: FunctionNode, name: string, model: Of<'parameter'>['model']): Changes {
  const { parameters } = fn;
  const list = parametersOf(page.text, fn);
  if (list === undefined) return undefined;
  // Behind names that must be said, the order of defaults is free.
  const named = parameters.some(({ keywordOnly }) => keywordOnly === true);
  const comesBefore = ({ packs, fallback }: Parameter): boolean =>
    named ? packs !== 'dict' : packs === undefined && (model === undefined || fallback === undefined);
  const index = parameters.findLastIndex(comesBefore) + 1 + list.items.length - parameters.length;
  const { code, changes } = written(page, fn, name, model);
  const own = insertItems(page.text, list, index, [() => code], page.style);
  return own === undefined ? undefined : [...own, ...changes];
}

function written(
  page: Page,
  { parameters }: FunctionNode,
  name: string,
  model: Of<'parameter'>['model'],
): { readonly code: string; readonly changes: readonly Change[] } {
  if (model === undefined)
    return { code: parameters.some(({ type }) => type !== undefined) ? `${name}: str | None = None` : `${name}=None`, changes: [] };
  const annotated = model.about === undefined ? undefined : imported(page, 'typing', 'Annotated');
  const field = model.about === undefined ? undefined : imported(page, 'pydantic', 'Field');
  if (annotated === undefined || field === undefined) return { code: `${name}: str`, changes: [] };
  const { quote } = page.style;
  return {
    code: `${name}: ${annotated.local}[str, ${field.local}(description=${quote}${model.about}${quote})]`,
    changes: [...annotated.changes, ...field.changes],
  };
}

/** Hands a value on in a call of a function that gets one more parameter. */
export function handOn(page: Page, { callee, to, name, value }: Of<'hand-on'>, pages: Pages): Changes {
  const call = page.module === undefined ? undefined : callOf(page.module, callee.span);
  const module = pages(to.file)?.module;
  const target = module === undefined ? undefined : functionAt(module, to.span);
  if (call === undefined || target === undefined || call.isNew || call.args.some(({ spread }) => spread)) return undefined;
  const isPython = page.style.language === 'python';
  if (!isPython && call.args.length !== target.parameters.length) return undefined;
  const code = isPython ? `${name}=${value}` : value;
  const items = call.args.map(({ span }) => span);
  return insertItems(page.text, { span: call.argsSpan, items }, items.length, [() => code], page.style);
}

/**
 * The brackets with the parameters in them; `undefined` for `x => x`. What a method of Python is called on is a parameter that nobody
 * gives.
 */
function parametersOf(text: string, { parameters, nameSpan, span }: FunctionNode): List | undefined {
  const first = parameters[0]?.span.start ?? text.indexOf(')', nameSpan?.end ?? span.start);
  const start = text.lastIndexOf('(', first);
  const self = text.slice(start + 1, Math.max(first, start + 1));
  const name = self.trim().replace(/,$/u, '').trim();
  if (start < 0 || !/^\w{0,40}$/u.test(name)) return undefined;
  const at = start + 1 + self.indexOf(name);
  const given = parameters.map((parameter) => parameter.span);
  const items = name === '' ? given : [{ start: at, end: at + name.length }, ...given];
  const behind = items.at(-1)?.end ?? start + 1;
  const close = text.indexOf(')', behind);
  return close < 0 || !/^,?$/u.test(text.slice(behind, close).trim()) ? undefined : { span: { start, end: close + 1 }, items };
}

function textOf({ text }: Page, span: Span | undefined): string {
  return span === undefined ? '' : text.slice(span.start, span.end);
}

function moved({ start, end }: Span, by: Span): Span {
  return { start: start + by.start, end: end + by.start };
}

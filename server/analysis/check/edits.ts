import type { Data, Edit, ObjectSite, Place, Slot, Span, Without } from '../../../rules/kit/index.js';
import type { TextEdit } from '../finding.js';
import { appendLine, lineAbove, lineBelow, lineLast } from './lines.js';
import { imported, type Imported } from './imports.js';
import { inBrackets, insertItems, type Change, type List } from './lists.js';
import { sameLiteral } from './literals.js';
import type { Page, Pages } from './pages.js';
import { entryAt, siteAt, type Entry } from './sites.js';
import { inStyle, pair, render } from './style.js';
import { handOn, parameter, schemaEntry } from './threads.js';

/** Items that go into one list together; more of them for one key are merged. */
interface Insertion {
  readonly page: Page;
  readonly list: List;
  readonly index: number;
  /** Properties by key, or one value for an argument. */
  readonly values: Map<string | null, Data>;
  readonly quoteKeys: boolean;
  readonly keyword: boolean;
  /** How the class is called that makes what is put here. */
  readonly maker?: string;
}

/**
 * Turns what a rule wants into text edits in the style of the files.
 *
 * @returns sorted edits that do not overlap; `undefined` when a place is not provable, so that the fix must not be offered,
 *   or when nothing would change
 */
export function resolveEdits(edits: readonly Edit[], pages: Pages): readonly TextEdit[] | undefined {
  const insertions = new Map<string, Insertion>();
  const done: TextEdit[] = [];

  for (const edit of edits) {
    const file = fileOf(edit);
    const page = pages(file);
    if (edit.kind === 'append-line') {
      const others = edits.filter((other) => other.kind === 'append-line' && other.file === file);
      const lines = others.map((other) => (other.kind === 'append-line' ? other.text : ''));
      if (edit === others[0]) done.push(...appendLine(file, page?.text, lines));
      continue;
    }
    const changes = page === undefined ? undefined : resolve(edit, page, insertions, pages);
    if (changes === undefined) return undefined;
    done.push(...changes.map((change) => ({ file, ...change })));
  }
  for (const insertion of insertions.values()) {
    const changes = insertItems(insertion.page.text, insertion.list, insertion.index, writers(insertion), insertion.page.style);
    if (changes === undefined) return undefined;
    done.push(...changes.map((change) => ({ file: insertion.page.file, ...change })));
  }
  return tidied(done, pages);
}

function textFor({ edition = Infinity }: Page, { text, without }: { readonly text: string; readonly without?: Without }): string {
  return without !== undefined && edition < without.edition ? without.text : text;
}

/** The file that an edit changes. */
export function fileOf(edit: Edit): string {
  switch (edit.kind) {
    case 'replace':
    case 'line-above':
    case 'line-below':
      return edit.at.file;
    case 'line-last':
      return edit.block.file;
    case 'set':
      return edit.slot.file;
    case 'schema-entry':
      return edit.at.file;
    case 'parameter':
      return edit.of.file;
    case 'hand-on':
      return edit.callee.file;
    case 'property':
      return edit.object.file;
    case 'import':
    case 'append-line':
      return edit.file;
  }
}

function resolve(
  edit: Exclude<Edit, { kind: 'append-line' }>,
  page: Page,
  insertions: Map<string, Insertion>,
  pages: Pages,
): readonly Change[] | undefined {
  switch (edit.kind) {
    case 'replace':
      if (!within(page, edit.at.span)) return undefined;
      return [{ span: edit.at.span, text: edit.code === true ? inStyle(edit.text, page.style) : textFor(page, edit) }];
    case 'line-above':
      return lineAbove(page, edit.at.span, edit.text, edit.comment);
    case 'line-below':
      return within(page, edit.at.span) ? lineBelow(page, edit.at.span, edit.text) : undefined;
    case 'line-last':
      return within(page, edit.block.span) ? lineLast(page, edit.block.span, textFor(page, edit)) : undefined;
    case 'property':
      return setProperty(page, edit.object, [edit.key], edit.value, insertions);
    case 'set':
      return set(page, edit.slot, edit.value, insertions);
    case 'import':
      return known(page, edit.from, edit.name);
    case 'schema-entry':
      return schemaEntry(page, edit);
    case 'parameter':
      return parameter(page, edit);
    case 'hand-on':
      return handOn(page, edit, pages);
  }
}

/** Text that names a module or a class needs it under its own name. */
function known(page: Page, from: string, name: string | undefined): readonly Change[] | undefined {
  const found = imported(page, from, name);
  return found?.local === (name ?? from) ? found.changes : undefined;
}

function set(page: Page, slot: Slot, value: Data, insertions: Map<string, Insertion>): readonly Change[] | undefined {
  if (slot.existing !== undefined) return overwrite(page, slot.existing, value);
  const { insert } = slot;
  if (insert === undefined) return undefined;
  const maker = isRecord(value) ? makerOf(page, slot) : { changes: [] };
  if (maker === undefined) return undefined;
  const changes = insertAt(page, insert, value, insertions, maker.local);
  return changes && [...maker.changes, ...changes];
}

/** The class that makes an object which is put here, and how it becomes known; without one, a dictionary is written. */
function makerOf(page: Page, { made, insert }: Slot): (Partial<Imported> & Pick<Imported, 'changes'>) | undefined {
  const plain = { changes: [] };
  const key = insert?.path.at(-1);
  if (made === undefined || key === undefined) return plain;
  const found = imported(page, made.from, made.name);
  if (found?.changes.length === 0) return found;
  return made.plain === true || writesDictionaries(page, key) ? plain : found;
}

/** Somewhere else in the file, what is given under this name is a dictionary. */
function writesDictionaries({ layout, text }: Page, key: string): boolean {
  return (
    layout?.objects.some(({ span }) =>
      new RegExp(`\\b${key}\\s{0,9}=\\s{0,9}$`, 'u').test(text.slice(Math.max(0, span.start - 100), span.start)),
    ) === true
  );
}

function insertAt(
  page: Page,
  insert: NonNullable<Slot['insert']>,
  value: Data,
  insertions: Map<string, Insertion>,
  maker: string | undefined,
): readonly Change[] | undefined {
  if (insert.kind === 'property') return setProperty(page, insert.object, insert.path, value, insertions, maker, insert.apart);
  if (insert.kind === 'around') return around(page, insert.value, nested(insert.path, value));
  if (insert.kind === 'brackets') {
    const { start, end } = insert.decorator;
    const key = insert.path[0];
    if (key === undefined || !within(page, insert.decorator) || page.text[start - 1] !== '@') return undefined;
    const write = writers({ page, values: new Map([[key, nested(insert.path.slice(1), value)]]), quoteKeys: false, keyword: true, maker });
    return [{ span: { start: end, end }, text: inBrackets(page.text, end, write, page.style) }];
  }
  const { call, index, path } = insert;
  if (!within(page, call.span) || page.text[call.span.start] !== '(' || page.text[call.span.end - 1] !== ')') return undefined;
  const earlier = call.args.slice(0, index);
  // Without the arguments before it, or behind a spread, the position means something else.
  if (earlier.length < index || earlier.some((argument) => /^(?:\.\.\.|\*)/u.test(page.text.slice(argument.start, argument.end))))
    return undefined;
  return gather(
    insertions,
    { page, list: { span: call.span, items: call.args }, index, quoteKeys: false, keyword: false },
    null,
    nested(path, value),
  );
}

/** Unpacks what stands there into an object of its own, in front of what the object has besides. */
function around(page: Page, span: Span, value: Data): readonly Change[] | undefined {
  if (!within(page, span)) return undefined;
  const given = page.text.slice(span.start, span.end);
  const { indent, taken } = spotOf(page, span.start);
  const spread = `...${/^[\w$.]+$/u.test(given) ? given : `(${given})`}`;
  const [open, space, rest] = /^(\{)(\s*)([^]*)$/u
    .exec(render(value, page.style, { indent, taken: taken + spread.length + 2 }))!
    .slice(1) as [string, string, string];
  return [{ span, text: `${open}${space}${spread},${space === '' ? ' ' : space}${rest}` }];
}

function spotOf({ text }: Page, offset: number): { readonly indent: string; readonly taken: number } {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  return { indent: /^[ \t]*/u.exec(text.slice(line, offset))?.[0] ?? '', taken: offset - line + 1 };
}

/** Sets a property that may be deep inside: goes down as far as there are literals, and adds the rest. */
function setProperty(
  page: Page,
  object: ObjectSite,
  path: readonly string[],
  value: Data,
  insertions: Map<string, Insertion>,
  maker?: string,
  apart = false,
): readonly Change[] | undefined {
  const [key, ...rest] = path;
  const keyword = page.text[object.span.start] === '(';
  const bracket = page.text[object.span.start] === '{' || (keyword && page.style.language === 'python');
  if (key === undefined || !bracket || !within(page, object.span)) return undefined;

  const at = object.entries.findLastIndex((entry) => entry.key === key);
  const entry = object.entries[at];
  if (entry === undefined) {
    if (keyword && !apart && object.entries.some(({ span }) => page.text.startsWith('**', span.start))) return undefined;
    const list = { span: object.span, items: object.entries.map(({ span }) => span) };
    const named = object.entries.filter((one) => one.key !== null);
    const quoteKeys = named.length > 0 && named.every(({ span }) => /["']/u.test(page.text.charAt(span.start)));
    const target = { page, list, index: object.entries.length, quoteKeys, keyword, maker };
    return gather(insertions, target, key, nested(rest, value));
  }
  // What is spread or computed behind it may say something else.
  if (object.entries.slice(at + 1).some((one) => one.key === null)) return undefined;
  if (rest.length === 0) return overwrite(page, entry.value, value);
  const inner = siteAt(page, entry.value);
  return inner === undefined ? undefined : setProperty(page, inner, rest, value, insertions);
}

/** Replaces a value; `{ annotations }` becomes `{ annotations: value }`. */
function overwrite(page: Page, span: Span, value: Data): readonly Change[] | undefined {
  const entry: Entry | undefined = entryAt(page, span);
  if (!within(page, span) || entry?.form === 'method') return undefined;
  const spot = spotOf(page, span.start);
  const text = entry?.form === 'shorthand' ? pair(entry.key, value, page.style, spot) : render(value, page.style, spot);
  return sameLiteral(page.text.slice(span.start, span.end), text) ? [] : [{ span, text }];
}

/** Keeps an insertion until all edits are known; two values for one key are merged or refused. */
function gather(
  insertions: Map<string, Insertion>,
  target: Omit<Insertion, 'values'>,
  key: string | null,
  value: Data,
): readonly Change[] | undefined {
  const id = `${target.page.file}:${target.list.span.start}:${target.index}`;
  const { values } = insertions.get(id) ?? { values: new Map<string | null, Data>() };
  const merged = values.has(key) ? merge(values.get(key) ?? null, value) : value;
  if (merged === undefined) return undefined;
  values.set(key, merged);
  insertions.set(id, { ...target, values });
  return [];
}

function writers({
  page,
  values,
  quoteKeys,
  keyword,
  maker,
}: Pick<Insertion, 'page' | 'values' | 'quoteKeys' | 'keyword' | 'maker'>): Parameters<typeof insertItems>[3] {
  return [...values].map(
    ([key, value]) =>
      (spot) =>
        key === null ? render(value, page.style, spot) : pair(key, value, page.style, spot, { quoteKeys, keyword, maker }),
  );
}

function nested(path: readonly string[], value: Data): Data {
  return path.reduceRight<Data>((inner, key) => ({ [key]: inner }), value);
}

function merge(a: Data, b: Data): Data | undefined {
  if (JSON.stringify(a) === JSON.stringify(b)) return a;
  if (!isRecord(a) || !isRecord(b)) return undefined;
  const result: Record<string, Data> = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const merged = Object.hasOwn(result, key) ? merge(result[key] ?? null, value) : value;
    if (merged === undefined) return undefined;
    result[key] = merged;
  }
  return result;
}

function isRecord(value: Data): value is Readonly<Record<string, Data>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('code' in value);
}

function within({ text }: Page, { start, end }: Place['span']): boolean {
  return Number.isInteger(start) && start >= 0 && start <= end && end <= text.length;
}

/** Sorts, drops repetitions and what changes nothing, joins what is put at one place; refuses overlaps. */
function tidied(edits: readonly TextEdit[], pages: Pages): readonly TextEdit[] | undefined {
  const result: TextEdit[] = [];
  const order = (a: TextEdit, b: TextEdit): number =>
    a.file === b.file ? a.span.start - b.span.start || a.span.end - b.span.end : a.file < b.file ? -1 : 1;
  for (const edit of [...edits].sort(order)) {
    if (pages(edit.file)?.text.slice(edit.span.start, edit.span.end) === edit.text) continue;
    const last = result.at(-1);
    if (last === undefined || last.file !== edit.file || last.span.end < edit.span.start) result.push(edit);
    else if (last.span.start === edit.span.start && last.span.end === edit.span.end && last.text === edit.text) continue;
    else if (last.span.end > edit.span.start) return undefined;
    else result[result.length - 1] = { file: edit.file, span: { start: last.span.start, end: edit.span.end }, text: last.text + edit.text };
  }
  return result.length === 0 ? undefined : result;
}

/** Tools of lists in JSON: answers of `tools/list` that somebody keeps, and definitions that programs read. */
import {
  hintNames,
  mcpHints,
  snakeHints,
  type Hint,
  type InputParameter,
  type ObjectSite,
  type Place,
  type Slot,
  type Tool,
  type ToolMode,
} from '../../../rules/kit/index.js';
import { isSameList } from '../same-list.js';
import type { Snapshot } from '../snapshot.js';
import { entryOf, readJson, stringOf, type JsonNode, type JsonObject } from '../syntax/json.js';
import { infer } from '../trace/infer.js';
import { verbClass } from '../trace/verbs.js';

/** What a file must hold to be looked at: a schema, in one of the spellings of the SDKs. */
const marks = ['"inputSchema"', '"input_schema"'] as const;

/** Lists of tools by file; each is read again only when its text changes. */
export class ToolLists {
  readonly #known = new Map<string, { readonly version: string | undefined; readonly inTests: boolean; readonly tools: readonly Tool[] }>();
  readonly #left = new WeakMap<readonly Tool[], readonly Tool[]>();

  /** The tools that only a list defines: those that code defines as well are told there. */
  of(snapshot: Snapshot, defined: readonly Tool[], inTests: (file: string) => boolean): readonly (readonly Tool[])[] {
    const files = snapshot.files.filter((file) => file.endsWith('.json'));
    const present = new Set(files);
    for (const file of this.#known.keys()) if (!present.has(file)) this.#known.delete(file);
    let names: ReadonlySet<string> | undefined;
    return files.flatMap((file) => {
      const all = this.#toolsOf(file, snapshot, inTests(file));
      if (all.length === 0) return [];
      names ??= new Set(defined.map(({ name }) => name.value));
      const left = all.filter(({ name }) => !names!.has(name.value));
      if (left.length === all.length) return [all];
      const before = this.#left.get(all);
      const same = before !== undefined && isSameList(before, left);
      if (!same) this.#left.set(all, left);
      return left.length === 0 ? [] : [same ? before : left];
    });
  }

  #toolsOf(file: string, snapshot: Snapshot, inTests: boolean): readonly Tool[] {
    const version = snapshot.version(file);
    const known = this.#known.get(file);
    if (known !== undefined && known.version === version && known.inTests === inTests) return known.tools;
    const text = snapshot.text(file) ?? '';
    const tools = marks.some((mark) => text.includes(mark)) ? listed(file, readJson(text).root, inTests) : [];
    this.#known.set(file, { version, inTests, tools });
    return tools;
  }
}

/** `{ tools: [...] }`, the same inside of `result`, or the list alone. */
function listed(file: string, root: JsonNode | undefined, inTests: boolean): readonly Tool[] {
  const whole = entryOf(root, 'result')?.value ?? root;
  const list = entryOf(whole, 'tools')?.value ?? whole;
  return list?.kind === 'array' ? list.items.flatMap((item) => toolOf(file, item, inTests) ?? []) : [];
}

function toolOf(file: string, item: JsonNode, inTests: boolean): Tool | undefined {
  const name = entryOf(item, 'name')?.value;
  const value = stringOf(name);
  const schema = (entryOf(item, 'inputSchema') ?? entryOf(item, 'input_schema'))?.value;
  if (item.kind !== 'object' || name === undefined || value === undefined || stringOf(entryOf(schema, 'type')?.value) !== 'object')
    return undefined;
  const at = (node: JsonNode): Place => ({ file, span: node.span });
  const definition = at(item);
  const effects = { known: [], complete: false, unresolved: [{ ...definition, label: value, reason: 'its code stands elsewhere' }] };
  const title = entryOf(item, 'title')?.value ?? entryOf(hintsOf(item), 'title')?.value;
  const description = entryOf(item, 'description')?.value;
  const inputs = inputsOf(file, schema);
  return {
    name: { value, ...at(name) },
    definition,
    framework: 'mcp-list',
    hosted: true,
    language: 'json',
    ...(stringOf(title) === undefined ? {} : { title: { value: stringOf(title)!, ...at(title!) } }),
    ...(stringOf(description) === undefined ? {} : { description: { value: stringOf(description)!, ...at(description!) } }),
    inputs,
    ...declared(file, item),
    pragmaPlace: definition,
    gate: { kind: 'host' },
    effects,
    inferred: infer(value, effects, false),
    modes: inputs.flatMap(modesOf),
    inTests,
  };
}

function hintsOf(item: JsonNode): JsonNode | undefined {
  return entryOf(item, 'annotations')?.value;
}

/** What it says of itself, in the spelling that stands there. */
function declared(file: string, item: JsonObject): Pick<Tool, 'hints' | 'hintEntries' | 'hintNames' | 'hintSlot'> {
  const object = hintsOf(item);
  const isSnake = hintNames.some((name) => entryOf(object, snakeHints[name]) !== undefined) || entryOf(item, 'input_schema') !== undefined;
  const names = isSnake ? snakeHints : mcpHints;
  const hints: Record<string, Hint> = {};
  for (const name of hintNames) {
    const value = entryOf(object, names[name])?.value;
    if (value?.kind === 'scalar' && typeof value.value === 'boolean') hints[name] = { value: value.value, file, span: value.span };
  }
  const entries = (object?.kind === 'object' ? object.entries : []).flatMap(({ key, keySpan, value }) =>
    value.kind === 'scalar' ? [{ key, keyAt: { file, span: inQuotes(keySpan) }, value: value.value, file, span: value.span }] : [],
  );
  const slot: Slot =
    object === undefined
      ? { file, insert: { kind: 'property', object: site(file, item), path: ['annotations'] } }
      : { file, existing: object.span, ...(object.kind === 'object' ? { object: site(file, object) } : {}) };
  return { hints, ...(entries.length === 0 ? {} : { hintEntries: entries }), hintNames: names, hintSlot: slot };
}

/** The word itself: what takes its place is written without quotes. */
function inQuotes({ start, end }: Place['span']): Place['span'] {
  return { start: start + 1, end: end - 1 };
}

function inputsOf(file: string, schema: JsonNode | undefined): readonly InputParameter[] {
  const properties = entryOf(schema, 'properties')?.value;
  const required = entryOf(schema, 'required')?.value;
  const needed = new Set(required?.kind === 'array' ? required.items.map(stringOf) : []);
  if (properties?.kind !== 'object') return [];
  return properties.entries.map(({ key, keySpan, value }): InputParameter => {
    const words = entryOf(value, 'description')?.value;
    const listed = entryOf(value, 'enum')?.value;
    const fallback = entryOf(value, 'default')?.value;
    const values = (listed?.kind === 'array' ? listed.items : []).flatMap((item) =>
      item.kind === 'scalar' && item.value !== null ? [item.value] : [],
    );
    const type = typeOf(stringOf(entryOf(value, 'type')?.value));
    const has = (...keys: readonly string[]): boolean => keys.some((one) => entryOf(value, one) !== undefined);
    return {
      name: key,
      optional: !needed.has(key),
      place: { file, span: keySpan },
      ...(stringOf(words) === undefined ? {} : { description: stringOf(words)!, descriptionPlace: { file, span: words!.span } }),
      ...(type === undefined ? {} : { type }),
      ...(has('pattern', 'format') ? { checked: true as const } : {}),
      ...(has('maximum', 'exclusiveMaximum') ? { limited: true as const } : {}),
      ...(values.length === 0 ? {} : { values }),
      ...(fallback?.kind === 'scalar' ? { fallback: fallback.value, fallbackPlace: { file, span: fallback.span } } : {}),
    };
  });
}

/** What each word of a parameter that says what to do is about, by its verb. */
function modesOf({ name, values = [] }: InputParameter): readonly ToolMode[] {
  if (values.length < 2 || !/^(?:action|command|method|mode|op|operation|verb)$/i.test(name)) return [];
  return values.map((value) => {
    const verb = typeof value === 'string' ? verbClass(value) : undefined;
    const answer = (is: boolean): boolean | null => (verb === undefined ? null : is);
    return {
      parameter: name,
      value,
      readOnly: answer(verb === 'read'),
      destructive: answer(verb === 'destroy'),
      idempotent: null,
      effects: [],
    };
  });
}

function typeOf(type: string | undefined): InputParameter['type'] {
  if (type === 'integer') return 'number';
  return type === 'string' || type === 'number' || type === 'boolean' || type === 'array' || type === 'object' ? type : undefined;
}

function site(file: string, object: JsonObject): ObjectSite {
  return { file, span: object.span, entries: object.entries.map(({ key, span, value }) => ({ key, span, value: value.span })) };
}

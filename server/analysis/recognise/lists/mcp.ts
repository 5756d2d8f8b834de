/** Answers of `tools/list` that somebody keeps, and definitions that programs read: `{ tools: [...] }`. */
import {
  hintNames,
  mcpHints,
  snakeHints,
  type Hint,
  type Place,
  type Slot,
  type Tool,
  type ToolMode,
  type InputParameter,
} from '../../../../rules/kit/index.js';
import { entryOf, stringOf, type JsonNode, type JsonObject } from '../../syntax/json.js';
import { verbClass } from '../../trace/verbs.js';
import { inputsOf, listedTool, site } from './listed.js';

/** `{ tools: [...] }`, the same inside of `result`, or the list alone. */
export function mcpTools(file: string, root: JsonNode | undefined, inTests: boolean): readonly Tool[] {
  const whole = entryOf(root, 'result')?.value ?? root;
  const list = entryOf(whole, 'tools')?.value ?? whole;
  return list?.kind === 'array' ? list.items.flatMap((item) => toolOf(file, item, inTests) ?? []) : [];
}

function toolOf(file: string, item: JsonNode, inTests: boolean): Tool | undefined {
  const name = entryOf(item, 'name')?.value;
  const schema = (entryOf(item, 'inputSchema') ?? entryOf(item, 'input_schema'))?.value;
  if (item.kind !== 'object' || stringOf(entryOf(schema, 'type')?.value) !== 'object') return undefined;
  const title = entryOf(item, 'title')?.value ?? entryOf(hintsOf(item), 'title')?.value;
  const inputs = inputsOf(file, schema);
  return listedTool(file, inTests, {
    framework: 'mcp-list',
    hosted: true,
    item,
    name,
    description: entryOf(item, 'description')?.value,
    inputs,
    more: {
      ...(stringOf(title) === undefined ? {} : { title: { value: stringOf(title)!, file, span: title!.span } }),
      ...declared(file, item),
      modes: inputs.flatMap(modesOf),
    },
  });
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

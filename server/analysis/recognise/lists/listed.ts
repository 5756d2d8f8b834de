/** What all lists of tools have in common: names, words and parameters are there, and the code stands elsewhere. */
import type { Agent, Effect, Gate, InputParameter, ObjectSite, Place, Tool } from '../../../../rules/kit/index.js';
import { entryOf, stringOf, type JsonNode, type JsonObject } from '../../syntax/json.js';
import { infer } from '../../trace/infer.js';

export interface Listed {
  readonly framework: string;
  /** Whoever runs it asks the user by the tool's hints. */
  readonly hosted: boolean;
  readonly item: JsonNode;
  readonly name: JsonNode | undefined;
  readonly description: JsonNode | undefined;
  readonly inputs: readonly InputParameter[];
  readonly gate?: Gate;
  /** What is known to be done all the same; `complete` when that is all. */
  readonly effects?: { readonly known: readonly Effect[]; readonly complete: boolean };
  readonly agents?: readonly Agent[];
  readonly more?: Partial<Tool>;
}

/** A tool of a list; `undefined` when it has no name. */
export function listedTool(file: string, inTests: boolean, listed: Listed): Tool | undefined {
  const { framework, hosted, item, name, description, inputs, gate, agents, more } = listed;
  const value = stringOf(name);
  if (name === undefined || value === undefined) return undefined;
  const at = (node: JsonNode): Place => ({ file, span: node.span });
  const definition = at(item);
  const { known, complete } = listed.effects ?? { known: [], complete: false };
  const unresolved = complete ? [] : [{ ...definition, label: value, reason: 'its code stands elsewhere' }];
  const effects = { known, complete, unresolved };
  const words = stringOf(description);
  const [agent] = agents ?? [];
  return {
    name: { value, ...at(name) },
    definition,
    framework,
    hosted,
    language: 'json',
    ...(description === undefined || words === undefined ? {} : { description: { value: words, ...at(description) } }),
    inputs,
    hints: {},
    pragmaPlace: definition,
    gate: gate ?? { kind: hosted ? 'host' : 'none' },
    effects,
    inferred: infer(value, effects, complete),
    modes: [],
    inTests,
    ...(agent === undefined ? {} : { agents, agent: { file: agent.file, span: agent.span, label: 'the agent that runs it' } }),
    ...more,
  };
}

/** The parameters of a JSON Schema. */
export function inputsOf(file: string, schema: JsonNode | undefined): readonly InputParameter[] {
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
      ...(takesAnyFields(value) ? { open: 'fields' as const } : {}),
      ...(values.length === 0 ? {} : { values }),
      ...(fallback?.kind === 'scalar' ? { fallback: fallback.value, fallbackPlace: { file, span: fallback.span } } : {}),
    };
  });
}

/** An object, or a list of them, that says itself that it takes more than it lists. */
function takesAnyFields(schema: JsonNode): boolean {
  const type = stringOf(entryOf(schema, 'type')?.value);
  const items = entryOf(schema, 'items')?.value;
  if (type === 'array') return items !== undefined && takesAnyFields(items);
  const more = entryOf(schema, 'additionalProperties')?.value;
  return type === 'object' && (more?.kind === 'object' || (more?.kind === 'scalar' && more.value === true));
}

/** The types of JSON Schema. */
export function typeOf(type: string | undefined): InputParameter['type'] {
  if (type === 'integer') return 'number';
  return type === 'string' || type === 'number' || type === 'boolean' || type === 'array' || type === 'object' ? type : undefined;
}

/** An object, for edits of it. */
export function site(file: string, object: JsonObject): ObjectSite {
  return { file, span: object.span, entries: object.entries.map(({ key, span, value }) => ({ key, span, value: value.span })) };
}

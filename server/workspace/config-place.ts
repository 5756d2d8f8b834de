/** What the schema of the configuration says at a place of its text: what a key means, and what may stand there. */
import { findNodeAtLocation, getLocation, parseTree, type JSONPath, type Node } from 'jsonc-parser';
import type { Span } from '../../rules/kit/index.js';

/** A JSON schema, as far as the configuration uses it. */
export interface SchemaPart {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, SchemaPart>>;
  readonly additionalProperties?: SchemaPart | boolean;
  readonly items?: SchemaPart | readonly SchemaPart[];
  readonly anyOf?: readonly SchemaPart[];
}

/** Where a cursor is, and what may be written there. */
export interface Writing {
  /** What a choice takes the place of. */
  readonly span: Span;
  /** Of the object, list or value that is written in. */
  readonly path: JSONPath;
  readonly isKey: boolean;
  /** For keys: a value follows already. */
  readonly hasValue: boolean;
  readonly choices: readonly Choice[];
}

export interface Choice {
  /** As JSON has it: a key or text without its quotes. */
  readonly value: string | number | boolean;
  readonly schema?: SchemaPart;
}

/** What may be written at an offset; what stands there already beside it is left out. `undefined`: nothing is known of this place. */
export function writingAt(schema: SchemaPart, text: string, offset: number): Writing | undefined {
  const { path, isAtPropertyKey, previousNode } = getLocation(text, offset);
  const span = spanToReplace(text, offset, previousNode);
  const root = parseTree(text, [], { allowTrailingComma: true });
  const holder = root && findNodeAtLocation(root, path.slice(0, -1));
  if (isAtPropertyKey) {
    const parts = partsAt(schema, path.slice(0, -1));
    const own = String(path.at(-1) ?? '');
    const taken = new Set(keysOf(holder).filter((key) => key !== own));
    const known = new Map(parts.flatMap(({ properties = {} }) => Object.entries(properties)));
    const choices = [...known].flatMap(([value, part]) => (taken.has(value) ? [] : [{ value, schema: part }]));
    const hasValue = /^\s*:/.test(text.slice(span.end, span.end + 200));
    return choices.length === 0 ? undefined : { span, path: path.slice(0, -1), isKey: true, hasValue, choices };
  }
  const taken = new Set(
    holder?.type === 'array' ? holder.children?.flatMap((node) => (node.offset === span.start ? [] : [node.value as unknown])) : [],
  );
  const values = partsAt(schema, path).flatMap((part) =>
    part.type === 'boolean' && part.enum === undefined ? [true, false] : (part.enum ?? []),
  );
  const choices = [...new Set(values)].flatMap((value) => (isPlain(value) && !taken.has(value) ? [{ value }] : []));
  return { span, path, isKey: false, hasValue: false, choices };
}

function spanToReplace(text: string, offset: number, node: { readonly offset: number; readonly length: number } | undefined): Span {
  if (node === undefined || offset < node.offset || node.offset + node.length < offset) return { start: offset, end: offset };
  const written = text.slice(node.offset, node.offset + node.length);
  const isOpen = written.startsWith('"') && (written.length === 1 || !written.endsWith('"'));
  // A text without its end reaches to the end of the line, and takes with it what was there before.
  const end = isOpen ? offset + /^[\w:/.*-]{0,100}/.exec(text.slice(offset, offset + 100))![0].length : node.offset + node.length;
  return { start: node.offset, end };
}

/** The key, or the value of a key, at an offset: where it stands, its path, and what the schema says of it. */
export function meaningAt(
  schema: SchemaPart,
  text: string,
  offset: number,
): { readonly span: Span; readonly path: JSONPath; readonly part: SchemaPart } | undefined {
  const { path, previousNode } = getLocation(text, offset);
  if (previousNode === undefined || offset < previousNode.offset || offset > previousNode.offset + previousNode.length) return undefined;
  // What is said of a list is said of what stands in it.
  for (let length = path.length; length > 0; length -= 1) {
    const part = partsAt(schema, path.slice(0, length)).find(({ description }) => description !== undefined);
    if (part === undefined) continue;
    const span = { start: previousNode.offset, end: previousNode.offset + previousNode.length };
    return { span, path: path.slice(0, length), part };
  }
  return undefined;
}

/** Everything that the schema allows at a path. */
export function partsAt(schema: SchemaPart, path: JSONPath): readonly SchemaPart[] {
  return path.reduce<readonly SchemaPart[]>((parts, step) => parts.flatMap((part) => stepsFrom(part, step)), alternatives(schema));
}

function stepsFrom({ properties, additionalProperties, items }: SchemaPart, step: string | number): readonly SchemaPart[] {
  if (typeof step === 'number') {
    const item = items !== undefined && 'length' in items ? items[step] : items;
    return item === undefined ? [] : alternatives(item);
  }
  const property = properties !== undefined && Object.hasOwn(properties, step) ? properties[step] : additionalProperties;
  return typeof property === 'object' ? alternatives(property) : [];
}

function alternatives(part: SchemaPart): readonly SchemaPart[] {
  return part.anyOf === undefined ? [part] : part.anyOf.flatMap(alternatives);
}

/** The keys of the object at a path. */
export function keysAt(text: string, path: JSONPath): readonly string[] {
  const root = parseTree(text, [], { allowTrailingComma: true });
  return keysOf(root && findNodeAtLocation(root, path));
}

function keysOf(node: Node | undefined): readonly string[] {
  return node?.type === 'object' ? (node.children ?? []).map(({ children }) => String(children?.[0]?.value)) : [];
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** Reader of JSON and JSONC into a small tree with places. Never throws. */
import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { Span } from '../../../rules/kit/index.js';
import type { Problem } from './ir.js';

export interface JsonEntry {
  readonly key: string;
  /** The key with its quotes. */
  readonly keySpan: Span;
  readonly value: JsonNode;
  /** From the key to the end of the value. */
  readonly span: Span;
}

export interface JsonObject {
  readonly kind: 'object';
  readonly span: Span;
  readonly entries: readonly JsonEntry[];
}

export interface JsonArray {
  readonly kind: 'array';
  readonly span: Span;
  readonly items: readonly JsonNode[];
}

export interface JsonScalar {
  readonly kind: 'scalar';
  /** With the quotes of a string. */
  readonly span: Span;
  readonly value: string | number | boolean | null;
}

export type JsonNode = JsonObject | JsonArray | JsonScalar;

export interface JsonFile {
  /** What could be read; entries before an error stay. */
  readonly root?: JsonNode;
  /** Further documents of a file of YAML. */
  readonly more?: readonly JsonNode[];
  readonly problems: readonly Problem[];
}

/** Deeper files are of machines; the parser descends by recursion, so it must not see them. */
const deepest = 256;

/** Reads JSON with comments and trailing commas. */
export function readJson(text: string): JsonFile {
  const tooDeep = depthProblem(text);
  if (tooDeep !== undefined) return { problems: [tooDeep] };
  const errors: ParseError[] = [];
  const tree = parseTree(text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text, errors, { allowTrailingComma: true });
  const problems = errors.map((error) => ({
    message: `not JSON: ${printParseErrorCode(error.error)}`,
    span: { start: error.offset, end: error.offset + error.length },
  }));
  const root = tree === undefined ? undefined : toNode(tree);
  return root === undefined ? { problems } : { root, problems };
}

/** The value of a key, the last one when the key stands twice, as programs read it. */
export function entryOf(node: JsonNode | undefined, key: string): JsonEntry | undefined {
  return node?.kind === 'object' ? node.entries.findLast((entry) => entry.key === key) : undefined;
}

/** Text of a string; `undefined` for everything else. */
export function stringOf(node: JsonNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

function toNode(node: Node): JsonNode | undefined {
  const span = { start: node.offset, end: node.offset + node.length };
  if (node.type === 'object') {
    const entries = (node.children ?? []).flatMap((property): JsonEntry[] => {
      const [key, child] = property.children ?? [];
      const value = child === undefined ? undefined : toNode(child);
      if (key === undefined || value === undefined || typeof key.value !== 'string') return [];
      const keySpan = { start: key.offset, end: key.offset + key.length };
      return [{ key: key.value, keySpan, value, span: { start: keySpan.start, end: value.span.end } }];
    });
    return { kind: 'object', span, entries };
  }
  if (node.type === 'array') {
    return { kind: 'array', span, items: (node.children ?? []).flatMap((child) => toNode(child) ?? []) };
  }
  const value: unknown = node.value;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null
    ? { kind: 'scalar', span, value }
    : undefined;
}

/** Says where a text nests deeper than readers that descend by recursion can bear. */
export function depthProblem(text: string): Problem | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      for (at += 1; at < text.length && text.charCodeAt(at) !== 34 && text.charCodeAt(at) !== 10; at += 1)
        if (text.charCodeAt(at) === 92) at += 1;
    } else if (code === 91 || code === 123) {
      depth += 1;
      if (depth > deepest) return { message: `nested deeper than ${String(deepest)} levels`, span: { start: at, end: at + 1 } };
    } else if ((code === 93 || code === 125) && depth > 0) depth -= 1;
  }
  return undefined;
}

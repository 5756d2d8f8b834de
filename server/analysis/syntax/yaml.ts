/** Reader of YAML into the small tree of configuration, with places. Never throws. */
import * as yaml from 'yaml';
import type { Document, Node } from 'yaml';
import type { Span } from '../../../rules/kit/index.js';
import { depthProblem, type JsonEntry, type JsonFile, type JsonNode } from './json.js';

/** Larger files are of machines, and the reader takes its time. */
const largest = 256 * 1024;

/** Reads the documents of a file; what stands behind a mistake in the first one is kept as far as it can be told. */
export function readYaml(text: string): JsonFile {
  const problem = text.length > largest ? { message: 'larger than 256 KB', span: { start: 0, end: 0 } } : depthProblem(text);
  if (problem !== undefined) return { problems: [problem] };
  let documents: readonly Document[] = [];
  try {
    const read = yaml.parseAllDocuments(text, { logLevel: 'silent', prettyErrors: false, uniqueKeys: false });
    if (Array.isArray(read)) documents = read as Document[];
  } catch {
    // Indentation may nest deeper than calls may.
    return { problems: [{ message: 'not YAML: nested too deep', span: { start: 0, end: 0 } }] };
  }
  const [document, ...others] = documents;
  const problems = (document?.errors ?? []).map(({ code, pos: [start, end] }) => ({
    message: `not YAML: ${code.toLowerCase().replaceAll('_', ' ')}`,
    span: { start, end },
  }));
  const root = toNode(document?.contents, 0);
  const more = others.filter(({ errors }) => errors.length === 0).flatMap(({ contents }) => toNode(contents, 0) ?? []);
  return { ...(root === undefined ? {} : { root }), ...(more.length === 0 ? {} : { more }), problems };
}

const deepest = 100;

/** What an alias stands for is read where it is written. */
function toNode(node: unknown, depth: number): JsonNode | undefined {
  if (node === null || node === undefined || yaml.isAlias(node) || depth > deepest) return undefined;
  const span = spanOf(node as Node);
  if (span === undefined) return undefined;
  if (yaml.isMap(node)) {
    const entries = node.items.flatMap((pair): JsonEntry[] => {
      const keySpan = yaml.isScalar(pair.key) ? spanOf(pair.key) : undefined;
      const value = toNode(pair.value, depth + 1);
      if (keySpan === undefined || value === undefined || !yaml.isScalar(pair.key)) return [];
      return [{ key: String(pair.key.value), keySpan, value, span: { start: keySpan.start, end: value.span.end } }];
    });
    return { kind: 'object', span, entries };
  }
  if (yaml.isSeq(node)) return { kind: 'array', span, items: node.items.flatMap((item) => toNode(item, depth + 1) ?? []) };
  if (!yaml.isScalar(node)) return undefined;
  const { value } = node;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null
    ? { kind: 'scalar', span, value }
    : undefined;
}

function spanOf({ range }: Pick<Node, 'range'>): Span | undefined {
  return range === null || range === undefined ? undefined : { start: range[0], end: range[1] };
}

/**
 * Reader of TOML into the small tree of configuration. The parser knows what is said and not where, so each value is looked for behind its
 * key, and is kept when both say the same. Never throws.
 */
import * as toml from 'smol-toml';
import { depthProblem, type JsonEntry, type JsonFile, type JsonNode, type JsonObject } from './json.js';

type Building = { readonly kind: 'object'; span: JsonObject['span']; readonly entries: JsonEntry[] };

const assignment = /^([ \t]*)([\w-]{1,100}|"[^"\n\\]{1,100}"|'[^'\n]{1,100}')([ \t]*=[ \t]*)\S/;
const scalar = /"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[\w.+-]+/y;
const name = /(?:[\w-]{1,100}|"[^"\n\\]{1,100}"|'[^'\n]{1,100}')/y;
const deepest = 20;

/** Reads tables and the values that are written on one line; of broken text what stands above the mistake. */
export function readToml(text: string): JsonFile {
  const tooDeep = depthProblem(text);
  if (tooDeep !== undefined) return { problems: [tooDeep] };
  const { data, problem } = parsed(text);
  const problems = problem === undefined ? [] : [problem];
  return data === undefined ? { problems } : { root: placed(text, data), problems };
}

function parsed(text: string): { readonly data: unknown; readonly problem?: JsonFile['problems'][number] } {
  try {
    return { data: toml.parse(text) };
  } catch (error) {
    const line = error instanceof toml.TomlError ? error.line : 1;
    const start = offsetOf(text, line);
    const problem = { message: 'not TOML', span: { start, end: start } };
    try {
      // Tables above the one with the mistake are whole.
      return { data: toml.parse(text.slice(0, Math.max(text.lastIndexOf('\n[', start - 1) + 1, 0))), problem };
    } catch {
      return { data: undefined, problem };
    }
  }
}

function placed(text: string, data: unknown): JsonNode {
  const root: Building = { kind: 'object', span: { start: 0, end: text.length }, entries: [] };
  let table: Building | undefined = root;
  let said = data;
  let at = 0;
  const counts = new Map<string, number>();
  for (const line of text.split('\n')) {
    const start = at;
    at += line.length + 1;
    const opened = headerOf(line.trim());
    if (opened !== undefined) {
      const path = keysOf(opened.name);
      const count = counts.get(path.join('\n')) ?? 0;
      counts.set(path.join('\n'), count + 1);
      const all = opened.isItem ? [...path, String(count)] : path;
      said = all.reduce<unknown>(valueAt, data);
      table = said === undefined ? undefined : into(root, all, { start, end: start + line.length });
      continue;
    }
    const [, indent = '', written = '', equals = ''] = assignment.exec(line) ?? [];
    const key = keysOf(written)[0];
    const value = key === undefined ? undefined : valueAt(said, key);
    if (table === undefined || key === undefined) continue;
    const valueStart = start + indent.length + written.length + equals.length;
    const node = nodeAt(text, valueStart, value, 0);
    if (node === undefined) continue;
    const keySpan = { start: start + indent.length, end: start + indent.length + written.length };
    table.entries.push({ key, keySpan, value: node, span: { start: keySpan.start, end: node.span.end } });
    table.span = { start: table.span.start, end: Math.max(table.span.end, node.span.end) };
  }
  return root;
}

/** The value that begins at an offset, when it is the one that the parser found. */
function nodeAt(text: string, start: number, value: unknown, depth: number): JsonNode | undefined {
  if (depth > deepest) return undefined;
  if (Array.isArray(value)) return arrayAt(text, start, value, depth);
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) return tableAt(text, start, value as Fields, depth);
  scalar.lastIndex = start;
  const [source = ''] = scalar.exec(text) ?? [];
  const span = { start, end: start + source.length };
  if (typeof value === 'boolean' || typeof value === 'number')
    return source === String(value) ? { kind: 'scalar', span, value } : undefined;
  // Three quotes begin a text of many lines.
  const isPlain = /^["']/.test(source) && text[span.end] !== source[0];
  return typeof value === 'string' && isPlain ? { kind: 'scalar', span, value } : undefined;
}

function arrayAt(text: string, start: number, values: readonly unknown[], depth: number): JsonNode | undefined {
  if (text[start] !== '[') return undefined;
  const items: JsonNode[] = [];
  let at = start + 1;
  for (const value of values) {
    const item = nodeAt(text, behindBlanks(text, at), value, depth + 1);
    if (item === undefined) return undefined;
    items.push(item);
    at = item.span.end;
  }
  at = behindBlanks(text, at);
  return text[at] === ']' ? { kind: 'array', span: { start, end: at + 1 }, items } : undefined;
}

type Fields = Readonly<Record<string, unknown>>;

function tableAt(text: string, start: number, fields: Fields, depth: number): JsonNode | undefined {
  if (text[start] !== '{') return undefined;
  const entries: JsonEntry[] = [];
  let at = start + 1;
  for (const [key, value] of Object.entries(fields)) {
    const keyStart = behindBlanks(text, at);
    name.lastIndex = keyStart;
    const [written] = name.exec(text) ?? [];
    if (written === undefined || keysOf(written)[0] !== key) return undefined;
    const keySpan = { start: keyStart, end: keyStart + written.length };
    const found = nodeAt(text, behindBlanks(text, text.indexOf('=', keySpan.end) + 1), value, depth + 1);
    if (found === undefined) return undefined;
    entries.push({ key, keySpan, value: found, span: { start: keyStart, end: found.span.end } });
    at = found.span.end;
  }
  at = behindBlanks(text, at);
  return text[at] === '}' ? { kind: 'object', span: { start, end: at + 1 }, entries } : undefined;
}

/** Behind blanks, line ends, commas and comments. */
function behindBlanks(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 35) {
      const end = text.indexOf('\n', at);
      at = end === -1 ? text.length : end;
    } else if (code !== 44 && code > 32) break;
  }
  return at;
}

/** The table of a path, made on the way where it is not there yet. A list of tables is an object with the numbers as keys. */
function into(root: Building, path: readonly string[], span: JsonObject['span']): Building {
  let table = root;
  for (const key of path) {
    const known = table.entries.find((entry) => entry.key === key)?.value;
    if (known?.kind === 'object') {
      table = known as Building;
      continue;
    }
    const made: Building = { kind: 'object', span, entries: [] };
    table.entries.push({ key, keySpan: span, value: made, span });
    table = made;
  }
  return table;
}

/** `[table]` and `[[item]]`, with whatever stands behind them. */
function headerOf(line: string): { readonly name: string; readonly isItem: boolean } | undefined {
  const isItem = line.startsWith('[[');
  const end = line.startsWith('[') ? line.indexOf(isItem ? ']]' : ']') : -1;
  const behind = line.slice(end + (isItem ? 2 : 1)).trim();
  return end === -1 || (behind !== '' && !behind.startsWith('#')) ? undefined : { name: line.slice(isItem ? 2 : 1, end), isItem };
}

function keysOf(written: string): readonly string[] {
  return [...written.matchAll(/"([^"\n]*)"|'([^'\n]*)'|([\w-]+)/g)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');
}

function valueAt(of: unknown, key: string): unknown {
  if (Array.isArray(of)) return /^\d+$/.test(key) ? (of as unknown[])[Number(key)] : valueAt(of.at(-1), key);
  return typeof of === 'object' && of !== null && Object.hasOwn(of, key) ? (of as Record<string, unknown>)[key] : undefined;
}

function offsetOf(text: string, line: number): number {
  let at = 0;
  for (let count = 1; count < line; count += 1) {
    const next = text.indexOf('\n', at);
    if (next === -1) return at;
    at = next + 1;
  }
  return at;
}

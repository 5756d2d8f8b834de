/**
 * Reader of TOML into the small tree of configuration. The parser knows what is said and not where, so each value that is written on a
 * line of its own is looked for there, and is kept when both say the same. Never throws.
 */
import * as toml from 'smol-toml';
import { depthProblem, type JsonEntry, type JsonFile, type JsonNode, type JsonObject } from './json.js';

type Building = { readonly kind: 'object'; span: JsonObject['span']; readonly entries: JsonEntry[] };

const assignment = /^([ \t]*)([\w-]{1,100}|"[^"\n\\]{1,100}"|'[^'\n]{1,100}')([ \t]*=[ \t]*)(\S.*)$/;

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
    const [, indent = '', written = '', equals = '', rest = ''] = assignment.exec(line) ?? [];
    const key = keysOf(written)[0];
    const value = key === undefined ? undefined : valueAt(said, key);
    if (table === undefined || key === undefined) continue;
    const valueStart = start + indent.length + written.length + equals.length;
    const node = scalarAt(rest, valueStart, value);
    if (node === undefined) continue;
    const keySpan = { start: start + indent.length, end: start + indent.length + written.length };
    table.entries.push({ key, keySpan, value: node, span: { start: keySpan.start, end: node.span.end } });
    table.span = { start: table.span.start, end: Math.max(table.span.end, node.span.end) };
  }
  return root;
}

/** The value that begins a text, when it is the one that the parser found. */
function scalarAt(rest: string, start: number, value: unknown): JsonNode | undefined {
  const [source = ''] = /^(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[\w.+-]+)/.exec(rest) ?? [];
  const span = { start, end: start + source.length };
  if (typeof value === 'boolean' || typeof value === 'number')
    return source === String(value) ? { kind: 'scalar', span, value } : undefined;
  if (typeof value !== 'string' || !/^(?:"(?!"")|'(?!''))/.test(rest)) return undefined;
  return { kind: 'scalar', span, value };
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

/**
 * Lists of tools that a program reads from a file of JSON: `JSON.parse(readFileSync('tools.json'))`, `json.load(file)`. Other data that is
 * read may be written again by the program, so it stays unknown.
 */
import { walkedPath } from '../path-steps.js';
import type { Expression, ObjectExpression } from '../syntax/ir.js';
import type { Env } from './env.js';
import { positional } from './python/arguments.js';
import { openedFile } from './python/handles.js';
import { pathOf } from './python/loading.js';
import type { Tracer } from './tracer.js';
import { stringOf, type ExternalValue, type Value } from './value.js';

/** What the call gives; `undefined` when it reads no such file. */
export function toolData(tracer: Tracer, callee: ExternalValue, args: readonly Value[], env: Env): Value | undefined {
  if (parsers[callee.path]?.includes(callee.library) !== true) return undefined;
  const [text] = env.module.language === 'python' ? positional(args) : args;
  const path = text === undefined ? undefined : readFrom(text);
  if (path === undefined) return undefined;
  const file = [pathOf(path), beside(path, env.module.file)].find(
    (one) => one?.endsWith('.json') === true && tracer.program.moduleOf(one) !== undefined,
  );
  const whole = file === undefined ? undefined : tracer.program.moduleOf(file)?.exports.find(({ name }) => name === 'export=');
  if (file === undefined || whole === undefined || !('value' in whole) || !isList(whole.value)) return undefined;
  return tracer.exported(file, 'export=');
}

/** By what is called, since every call is asked about. */
const parsers: Readonly<Record<string, readonly string[] | undefined>> = Object.assign(Object.create(null) as object, {
  'JSON.parse': ['global'],
  load: ['py:json', 'py:simplejson'],
  loads: ['py:json', 'py:orjson', 'py:simplejson', 'py:ujson'],
});

/** The path that a text was read from, or that a file was opened at. */
function readFrom(text: Value): Value | undefined {
  if (text.kind !== 'derived') return openedFile(text);
  const [handle] = text.from;
  const opened = text.read?.subject ?? handle;
  return opened === undefined ? undefined : (openedFile(opened) ?? opened);
}

/** A file that the constant end of a path names, from the folder of the module on. */
function beside(path: Value, from: string): string | undefined {
  const end = endOf(path, 0);
  if (end === undefined || end.startsWith('/')) return undefined;
  return walkedPath(from.split('/').slice(0, -1), end);
}

const deepest = 5;

/** The constant that a path ends with: `join(folder, 'tools.json')`, `new URL('./tools.json', base)`. */
function endOf(path: Value, depth: number): string | undefined {
  const text = path.kind === 'text' ? path.parts.findLast((part) => typeof part === 'string') : stringOf(path);
  if (text !== undefined) return text.endsWith('.json') ? text : undefined;
  const parts = path.kind === 'derived' ? path.from : path.kind === 'external' ? (path.args ?? []) : [];
  for (const part of depth < deepest ? parts : []) {
    const found = endOf(part, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `[…]`, `{ tools: […] }`: things with a name and a schema. */
function isList(value: Expression): boolean {
  const list = value.kind === 'object' ? entry(value, 'tools') : value;
  return list?.kind === 'array' && list.items.length > 0 && list.items.every((item) => item.value.kind === 'object' && isTool(item.value));
}

function isTool(item: ObjectExpression): boolean {
  const own = entry(item, 'function') ?? entry(item, 'toolSpec') ?? item;
  if (own.kind !== 'object' || entry(own, 'name')?.kind !== 'literal') return false;
  return ['inputSchema', 'input_schema', 'parameters'].some((key) => entry(own, key) !== undefined);
}

function entry(object: ObjectExpression, key: string): Expression | undefined {
  const found = object.entries.find((one) => one.kind === 'entry' && one.key === key);
  return found?.kind === 'entry' ? found.value : undefined;
}

/** What tells paths and addresses apart. */
import { scratchOf } from './python/handles.js';
import type { DerivedValue, TextValue, UnionValue, Value } from './value.js';
import { keyOf, numberOf, shortened } from './value-keys.js';

const pathKeys = new WeakMap<Value, string>();

/** Equal for paths that are written alike, fresh parts included. Values share their parts, so what is spelled out once is remembered. */
export function pathKey(value: Value): string {
  const scratch = scratchOf(value);
  if (scratch !== undefined) return scratch;
  if (value.kind === 'external' && value.path === 'Path#' && value.args !== undefined) return `Path(${value.args.map(pathKey).join()})`;
  if (value.kind !== 'text' && value.kind !== 'derived' && value.kind !== 'union') return keyOf(value);
  let key = pathKeys.get(value);
  if (key === undefined) pathKeys.set(value, (key = shortened(spelledPath(value))));
  return key;
}

function spelledPath(value: TextValue | DerivedValue | UnionValue): string {
  if (value.kind === 'text') return value.parts.map((part) => (typeof part === 'string' ? part : pathKey(part))).join('|');
  if (value.kind === 'union') return value.options.map(pathKey).sort().join(' or ');
  return `${value.operation}@${value.at === undefined ? '' : numberOf(value.at.span)}(${value.from.map(pathKey).join()})`;
}

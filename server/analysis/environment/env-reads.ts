/** Which expressions read an environment variable. */
import type { Expression } from '../syntax/ir.js';
import { isPythonEnvironment, pythonRead } from './python-reads.js';
import { lastName } from '../syntax/last-name.js';

/** The object that holds the environment: `process.env`, `import.meta.env`, `Bun.env`, or a constant that is one of them. */
export function isEnvironment(node: Expression, depth = 0): boolean {
  if (depth > 4) return false;
  if (isPythonEnvironment(node)) return true;
  if (node.kind === 'member' && node.property === 'env') return isHost(node.object);
  if (node.kind !== 'name' || node.binding === undefined || node.binding.writes.length > 0) return false;
  const { source } = node.binding;
  if (source?.kind === 'import') return source.imported === 'env' && /^(?:node:)?process$/.test(source.from);
  if (source?.kind !== 'value') return false;
  if (source.path.length === 0) return isEnvironment(source.value, depth + 1);
  return source.path.length === 1 && source.path[0] === 'env' && isHost(source.value);
}

/** The variable that an expression reads, through `?.`, `trim()`, `String()` and the like. */
export function variableRead(node: Expression, depth = 0): string | undefined {
  if (depth > 6) return undefined;
  switch (node.kind) {
    case 'member':
      return typeof node.property === 'string' && isEnvironment(node.object) ? node.property : undefined;
    case 'name': {
      const source = node.binding?.writes.length === 0 ? node.binding.source : undefined;
      if (source?.kind !== 'value' || source.fallback !== undefined) return undefined;
      if (source.path.length === 0) return variableRead(source.value, depth + 1);
      const last = source.path.at(-1);
      const fromHost = source.path.length === 2 && source.path[0] === 'env' && isHost(source.value);
      return typeof last === 'string' && (fromHost || (source.path.length === 1 && isEnvironment(source.value))) ? last : undefined;
    }
    case 'call': {
      const { callee, args } = node;
      const read = pythonRead(node);
      if (read !== undefined) return read.variable;
      if (callee.kind === 'member' && typeof callee.property === 'string') {
        if (callee.property === 'get' && args.length === 1 && isDenoEnvironment(callee.object)) return literalText(args[0]?.value);
        return changers.has(callee.property) ? variableRead(callee.object, depth + 1) : undefined;
      }
      const name = callee.kind === 'name' && callee.binding === undefined ? callee.name : '';
      return (name === 'String' || name === 'str') && args[0] !== undefined ? variableRead(args[0].value, depth + 1) : undefined;
    }
    case 'assign':
      return node.operator === '=' ? variableRead(node.value, depth + 1) : undefined;
    case 'binary':
      return node.operator === '??' || node.operator === '||'
        ? (variableRead(node.left, depth + 1) ?? variableRead(node.right, depth + 1))
        : undefined;
    default:
      return undefined;
  }
}

const changers = new Set([
  'trim',
  'toLowerCase',
  'toUpperCase',
  'toString',
  'replace',
  'replaceAll',
  'strip',
  'rstrip',
  'lstrip',
  'lower',
  'upper',
]);

/** `process`, `import.meta`, `Bun`, `globalThis.process`. */
function isHost(node: Expression): boolean {
  if (node.kind === 'member') {
    if (node.property === 'meta') return node.object.kind === 'name' && node.object.name === 'import';
    return node.property === 'process' && lastName(node.object) === 'globalThis';
  }
  if (node.kind !== 'name') return false;
  if (node.binding === undefined) return node.name === 'process' || node.name === 'Bun';
  const { source } = node.binding;
  return source?.kind === 'import' && /^(?:node:)?process$/.test(source.from) && source.imported !== 'env';
}

function isDenoEnvironment(node: Expression): boolean {
  return node.kind === 'member' && node.property === 'env' && node.object.kind === 'name' && node.object.name === 'Deno';
}

function literalText(node: Expression | undefined): string | undefined {
  return node?.kind === 'literal' && typeof node.value === 'string' ? node.value : undefined;
}

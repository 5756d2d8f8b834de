/** Assignments that make the new state from the old one, and tests that ask the state which they change. */
import type { EffectClass } from '../../../rules/kit/index.js';
import type { Expression, NameExpression, Statement } from '../syntax/ir.js';
import { eachExpression, eachInBody } from './parts.js';
import { pickedFrom } from './python/comprehension.js';

export interface OwnChange {
  readonly class: EffectClass;
  readonly relative: boolean;
}

/** `on = !on`, `n = n + 1`, `items = [...items, item]`, `items = items.filter(…)`; `undefined` when the old value has no part in it. */
export function ownChange(target: Expression, value: Expression): OwnChange | undefined {
  const same = (expression: Expression): boolean => spelled(expression) === spelled(target);
  switch (value.kind) {
    case 'unary':
      return value.operator === '!' && same(value.operand) ? { class: 'write.set', relative: true } : undefined;
    case 'binary':
      return /^[-+*/]$/.test(value.operator) && (same(value.left) || same(value.right))
        ? { class: 'write.add', relative: true }
        : undefined;
    case 'array':
      return value.items.some((item) => item.spread && same(item.value)) ? { class: 'write.add', relative: false } : undefined;
    case 'object':
      return value.entries.some((entry) => entry.kind === 'spread' && same(entry.value))
        ? { class: 'write.set', relative: false }
        : undefined;
    case 'call': {
      const picked = pickedFrom(value);
      if (picked !== undefined) return picked.test !== undefined && same(picked.from) ? { class: 'destroy', relative: false } : undefined;
      const { callee } = value;
      if (callee.kind !== 'member' || typeof callee.property !== 'string' || !same(callee.object)) return undefined;
      if (callee.property === 'concat') return { class: 'write.add', relative: false };
      return callee.property === 'filter' || callee.property === 'slice' ? { class: 'destroy', relative: false } : undefined;
    }
    default:
      return undefined;
  }
}

/** Names of what a test asks about: `clients` for `clients.has(id)`, also through a constant that was made of it. */
export function askedIn(test: Expression): readonly string[] {
  const names: string[] = [];
  const look = (expression: Expression, depth: number): void =>
    eachExpression(expression, (part) => {
      if (part.kind === 'call' && part.callee.kind === 'member') names.push(spelled(part.callee.object) ?? '');
      else if (part.kind === 'name' && part.binding?.source?.kind === 'value' && part.binding.kind === 'const' && depth < 2)
        look(part.binding.source.value, depth + 1);
    });
  look(test, 0);
  return names.filter((name) => name !== '');
}

const dropping: ReadonlySet<string> = new Set(['shift', 'pop', 'splice', 'delete', 'popleft', 'popitem']);

/** Once there is too much of it, something is let go: `calls.push(call); if (calls.length > 100) calls.shift();`. */
export function makesRoom(body: readonly Statement[], kept: Expression): boolean {
  const name = spelled(kept);
  if (name === undefined) return false;
  let full = false;
  let drops = false;
  eachInBody(
    body,
    (part) => {
      if (part.kind === 'binary' && (part.operator === '>' || part.operator === '>='))
        full ||= [`${name}.length`, `${name}.size`].includes(spelled(part.left) ?? '') || isLengthOf(part.left, name);
      if (part.kind === 'unary' && part.operator === 'delete' && part.operand.kind === 'member')
        drops ||= spelled(part.operand.object) === name;
      if (part.kind === 'call' && part.callee.kind === 'member' && spelled(part.callee.object) === name)
        drops ||= typeof part.callee.property === 'string' && dropping.has(part.callee.property);
      if (part.kind === 'assign' && spelled(part.target) === name) drops ||= ownChange(part.target, part.value)?.class === 'destroy';
    },
    false,
  );
  return full && drops;
}

/** `len(items)` */
function isLengthOf(part: Expression, name: string): boolean {
  const [of] = part.kind === 'call' ? part.args : [];
  return (
    part.kind === 'call' && part.callee.kind === 'name' && part.callee.name === 'len' && of !== undefined && spelled(of.value) === name
  );
}

const changing: ReadonlySet<string> = new Set([
  ...dropping,
  'push',
  'unshift',
  'set',
  'add',
  'clear',
  'append',
  'extend',
  'insert',
  'update',
]);

/** The function that changes it looks at it as well: `items.push(item); return items.length;`. */
export function readsBack(body: readonly Statement[], kept: Expression): boolean {
  const name = spelled(kept);
  if (name === undefined) return false;
  let mentions = 0;
  eachInBody(body, (part) => {
    if (spelled(part) === name) mentions += 1;
    if (part.kind === 'assign' && spelled(part.target) === name) mentions -= 1;
    if (part.kind !== 'call' || part.callee.kind !== 'member' || typeof part.callee.property !== 'string') return;
    if (changing.has(part.callee.property) && spelled(part.callee.object) === name) mentions -= 1;
  });
  return mentions > 0;
}

/** `this.items` and `state.items` as `items` and `state.items`, as effects name them. */
function spelled(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind !== 'member' || typeof expression.property !== 'string') return undefined;
  if (expression.object.kind === 'this') return expression.property;
  const object = spelled(expression.object);
  return object === undefined ? undefined : `${object}.${expression.property}`;
}

export interface Root {
  readonly expression: Expression;
  readonly names: readonly string[];
  /** It is one entry of what is kept, found before: `const task = tasks.get(id); task.done = true`. */
  readonly entry: boolean;
}

/** What an assignment or call changes in the end, through names for entries of it. */
export function rootOf(target: Expression): Root {
  const names: string[] = [];
  let entry = false;
  let at = target;
  for (let steps = 0; steps < 12; steps++) {
    if (at.kind === 'member') {
      if (typeof at.property === 'string') names.unshift(at.property);
      at = at.object;
      continue;
    }
    const from = at.kind === 'name' && names.length > 0 ? entryOf(at) : undefined;
    if (from === undefined) break;
    entry = true;
    at = from;
  }
  if (at.kind === 'name') names.unshift(at.name);
  return { expression: at, names, entry };
}

/** What a name was taken from, when it is the same object and no copy. */
function entryOf({ binding }: NameExpression): Expression | undefined {
  if (binding === undefined || binding.owner.kind === 'module' || binding.writes.length > 0) return undefined;
  const { source } = binding;
  if (source?.kind === 'loop') return source.loop.form === 'of' ? listOf(source.loop.iterable) : undefined;
  return source?.kind === 'value' && source.path.every((step) => typeof step === 'string') ? found(source.value) : undefined;
}

function found(value: Expression): Expression | undefined {
  if (value.kind === 'member') return value.object;
  if (value.kind === 'binary' && (value.operator === '??' || value.operator === '||')) return found(value.left);
  if (value.kind === 'unary' && value.operator === 'await') return found(value.operand);
  if (value.kind !== 'call' || value.callee.kind !== 'member' || typeof value.callee.property !== 'string') return undefined;
  return /^(?:find|findLast|get|at)$/.test(value.callee.property) ? value.callee.object : undefined;
}

function listOf(value: Expression | undefined): Expression | undefined {
  if (value?.kind === 'name' || value?.kind === 'member') return value;
  return value?.kind === 'call' && value.callee.kind === 'member' && value.callee.property === 'values' ? value.callee.object : undefined;
}

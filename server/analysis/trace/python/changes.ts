/** Calls that change a collection, or an attribute whose name is worked out. */
import type { EffectClass } from '../../../../rules/kit/index.js';
import type { CallExpression, Expression } from '../../syntax/ir.js';

interface CallChange {
  readonly target: Expression;
  readonly class: EffectClass;
  readonly relative: boolean;
  readonly verb: string;
  readonly value?: Expression;
}

const adds: ReadonlySet<string> = new Set(['append', 'appendleft', 'extend', 'extendleft', 'insert']);
const sets: ReadonlySet<string> = new Set(['add', 'update', 'setdefault', '__setitem__', 'reverse', 'sort']);
const removes: ReadonlySet<string> = new Set(['clear', 'discard', 'pop', 'popitem', 'popleft', 'remove', '__delitem__']);

/** What a call changes, by its name; `undefined` when it is none that changes something. */
export function changeOfCall({ callee, args, span }: CallExpression): CallChange | undefined {
  if (callee.kind === 'name' && callee.binding === undefined) {
    const [object, key, value] = args;
    if ((callee.name !== 'setattr' && callee.name !== 'delattr') || object === undefined || key === undefined) return undefined;
    const target: Expression = { kind: 'member', span, object: object.value, property: key.value, propertySpan: key.span, optional: false };
    return callee.name === 'delattr'
      ? { target, class: 'destroy', relative: false, verb: 'removes from' }
      : { target, class: 'write.set', relative: false, verb: 'sets', ...(value === undefined ? {} : { value: value.value }) };
  }
  if (callee.kind !== 'member' || typeof callee.property !== 'string') return undefined;
  const change = { target: callee.object, relative: false };
  if (adds.has(callee.property)) return { ...change, class: 'write.add', verb: 'adds to' };
  if (sets.has(callee.property)) return { ...change, class: 'write.set', verb: 'sets an entry of' };
  return removes.has(callee.property) ? { ...change, class: 'destroy', verb: 'removes from' } : undefined;
}

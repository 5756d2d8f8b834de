/** Comprehensions that pick items out of a list: `[item for item in items if test]`. */
import type { Binding, Expression, LoopStatement, Statement } from '../../syntax/ir.js';

export interface Picked {
  /** What items are picked out of. */
  readonly from: Expression;
  /** Which ones; all, where it is absent. */
  readonly test: Expression | undefined;
}

/** What a comprehension picks out of something, when it changes nothing of the items. */
export function pickedFrom(expression: Expression): Picked | undefined {
  const loop = loopOf(expression);
  const [first] = loop?.body ?? [];
  if (loop?.iterable === undefined || loop.body.length !== 1 || first === undefined) return undefined;
  const test = first.kind === 'if' ? first.test : undefined;
  const given = yieldedBy(first.kind === 'if' && first.then.length === 1 ? first.then[0]! : first);
  return given !== undefined && isItem(given, loop.bindings) ? { from: listIn(loop.iterable), test } : undefined;
}

/** What `any(… for known in list)` and `all(…)` ask about. */
export function askedOver(expression: Expression): Expression | undefined {
  if (expression.kind !== 'call' || expression.callee.kind !== 'name' || !/^(?:any|all)$/.test(expression.callee.name)) return undefined;
  const [given] = expression.args;
  return given === undefined ? undefined : loopOf(given.value)?.iterable;
}

/** A comprehension is a generator that is called where it is written; `list` and `dict` put together what it yields. */
function loopOf(expression: Expression): LoopStatement | undefined {
  if (expression.kind !== 'call') return undefined;
  const { callee, args } = expression;
  if (callee.kind === 'name' && callee.binding === undefined && /^(?:dict|list|set|tuple)$/.test(callee.name))
    return args[0] === undefined ? undefined : loopOf(args[0].value);
  if (callee.kind !== 'function' || !callee.generator) return undefined;
  const [loop] = callee.body;
  return callee.body.length === 1 && loop?.kind === 'loop' && loop.form === 'of' ? loop : undefined;
}

function yieldedBy(statement: Statement): Expression | undefined {
  const value = statement.kind === 'expression' ? statement.value : undefined;
  return value?.kind === 'unary' && value.operator === 'yield' ? value.operand : undefined;
}

/** The item, or the key with its value. */
function isItem(expression: Expression, bindings: readonly Binding[]): boolean {
  if (expression.kind === 'array') return expression.items.every(({ value }) => isItem(value, bindings));
  return expression.kind === 'name' && expression.binding !== undefined && bindings.includes(expression.binding);
}

/** `table.items()` are all of a table. */
function listIn(iterable: Expression): Expression {
  const { callee } = iterable.kind === 'call' ? iterable : {};
  return callee?.kind === 'member' && callee.property === 'items' ? callee.object : iterable;
}

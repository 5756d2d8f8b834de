import { maxItems } from './limits.js';
import type { Binding, CallExpression, Change, Expression, FunctionNode, Module, Mutation, Statement } from '../syntax/ir.js';
import { spanOf } from '../syntax/transplant.js';
import { assigned, changedProperty } from './assigned-property.js';
import type { Env } from './env.js';
import { spread } from './literals.js';
import { callbackArguments } from './callbacks.js';
import { callOf, loopsAround, outerFunction, withoutLoops } from './enclosing.js';
import { calleesOf } from './invoke.js';
import { putEntries } from './python/entries.js';
import { fillingMethods, fillingOf, type Filling } from './python/filling.js';
import type { Tracer } from './tracer.js';
import {
  array,
  derived,
  distinct,
  lacking,
  nextId,
  optionsOf,
  toldEntries,
  undefinedValue,
  union,
  type ArrayValue,
  type ObjectValue,
  type Property,
  type Value,
} from './value.js';

/** Adds what later calls and assignments put into an array, object, map or set, whichever of several it is. */
export function bindingMutations(tracer: Tracer, binding: Binding, base: Value, holder: Env): Value {
  return base.kind === 'union' && binding.mutations.length > 0
    ? union(base.options.map((option) => mutated(tracer, binding, option, holder)))
    : mutated(tracer, binding, base, holder);
}

function mutated(tracer: Tracer, binding: Binding, base: Value, holder: Env): Value {
  let value = base.kind === 'array' || base.kind === 'object' ? (base.grownFrom ?? base) : base;
  for (const mutation of binding.mutations) {
    if (!changes(mutation, holder)) continue;
    if (mutation.kind !== 'inner') value = changed(tracer, value, mutation, holder);
    else if (value.kind === 'object' && holder.owner.kind === 'module' && startsWithNothing(value, mutation.path))
      value = changedWithin(tracer, value, mutation.path, mutation.change, holder);
  }
  return value;
}

function changed(tracer: Tracer, value: Value, change: Change, holder: Env): Value {
  if (isSeen(tracer, value, change)) return value;
  if (holder.owner.kind === 'module') tracer.touch(holder.module, spanOf(change).start);
  if (value.kind === 'array')
    return change.kind === 'call'
      ? pushed(tracer, value, change, fillingIn(change, holder), holder)
      : placed(tracer, value, change, holder);
  if (value.kind === 'object') return extended(tracer, value, change, holder);
  if (value.kind !== 'derived' || change.kind !== 'call') return value;
  return derived(change.method, [
    value,
    ...environments(tracer, change, holder).flatMap((env) => change.call.args.map((arg) => tracer.evaluate(arg.value, env))),
  ]);
}

/** An empty list, an empty object or nothing is written there: whoever asks for it before would find nothing. */
function startsWithNothing(value: ObjectValue, [key, ...path]: readonly string[]): boolean {
  let at = value.properties.get(key!)?.written?.value;
  for (const name of path) {
    const entry = at?.kind === 'object' ? at.entries.find((one) => one.kind === 'entry' && one.key === name) : undefined;
    at = entry?.kind === 'entry' ? entry.value : undefined;
  }
  if (at?.kind === 'array') return at.items.length === 0;
  return at?.kind === 'object' && at.entries.every((one) => one.kind === 'entry' && one.value.kind === 'literal');
}

/** `store.tasks.push(task)`: what lies under a name in it is changed. */
function changedWithin(tracer: Tracer, value: ObjectValue, [key, ...path]: readonly string[], change: Change, holder: Env): ObjectValue {
  const property = value.properties.get(key!);
  if (property === undefined) return value;
  if (holder.owner.kind === 'module') tracer.touch(holder.module, spanOf(change).start);
  const now = (): Value => {
    const inner = property.value();
    if (path.length > 0) return inner.kind === 'object' ? changedWithin(tracer, inner, path, change, holder) : inner;
    return inner.kind === 'array' || inner.kind === 'object' ? changed(tracer, inner, change, holder) : inner;
  };
  const properties = new Map(value.properties).set(key!, changedProperty(tracer, property, now));
  return { ...value, id: nextId(), properties };
}

const changing = new Set([
  'Object.assign',
  'push',
  'unshift',
  'splice',
  'set',
  'add',
  'append',
  'concat',
  'fill',
  'reverse',
  'sort',
  'pop',
  'shift',
  'delete',
]);

/** The walk that looks for registrations has seen what this puts there, with the arguments of each call. */
function isSeen(tracer: Tracer, value: Value, mutation: Change): boolean {
  if ((value.kind !== 'array' && value.kind !== 'object') || value.cell === undefined) return false;
  tracer.touchAll([value.cell.ground]);
  const node = mutation.kind === 'call' ? mutation.call : mutation.value;
  return value.cell.puts.some((put) => put.node === node);
}

/** Somebody may put something there while other functions run. */
export function isShared(binding: Binding, holder: Env): boolean {
  return binding.mutations.some((mutation) => mutation.kind !== 'inner' && changes(mutation, holder) && mutation.within !== holder.owner);
}

/** May it change what a name stands for? Most calls of a member only use it. */
export function isChange(mutation: Mutation): boolean {
  return mutation.kind !== 'call' || changing.has(mutation.method) || fillingMethods.has(mutation.method);
}

function changes(mutation: Mutation, { module }: Env): boolean {
  return module.language === 'python' ? isChange(mutation) : mutation.kind !== 'call' || changing.has(mutation.method);
}

/** What a call puts into a container; nothing for one that takes something out or brings it in order. */
function fillingIn({ method, call }: Change & { kind: 'call' }, { module }: Env): Filling | undefined {
  if (module.language === 'python') return fillingOf(call);
  return method === 'push' || method === 'unshift' ? { method: 'push', args: call.args } : undefined;
}

function pushed(tracer: Tracer, value: ArrayValue, mutation: Change & { kind: 'call' }, filling: Filling | undefined, holder: Env): Value {
  const args =
    filling?.method === 'set'
      ? undefined
      : filling?.args.map((argument) => ({ ...argument, spread: argument.spread || filling.method === 'assign' }));
  if (args === undefined)
    return mutation.method === 'sort' || mutation.method === 'reverse' ? value : array(value.items, derived('item', []));
  const items = [...value.items];
  const mayLack = [...(value.mayLack ?? [])];
  const together = [...(value.together ?? [])];
  const always = alwaysRuns(mutation.within.body, mutation.call) && runsHere(tracer, mutation.within, holder);
  const put = (item: Value, sure = always): void => {
    items.push(item);
    if (!sure) mayLack.push(item);
  };
  let { rest } = value;
  for (const env of environments(tracer, mutation, holder)) {
    // A list that is filled from itself has no end.
    if (items.length >= maxItems) {
      rest ??= derived('item', []);
      break;
    }
    const before = items.length;
    for (const argument of args) {
      const added = tracer.evaluate(argument.value, env);
      if (!argument.spread) put(added);
      else {
        const sure = always && added.kind === 'array';
        for (const option of optionsOf(added)) {
          if (option.kind === 'array') {
            for (const item of option.items) put(item, sure);
            together.push(...(sure ? (option.together ?? []) : [option]));
            if (sure) mayLack.push(...(option.mayLack ?? []));
          } else rest = derived('item', [option]);
        }
      }
    }
    const plain = args.every(({ spread }) => !spread);
    if (!always && plain && items.length > before + 1) together.push(array(items.slice(before)));
  }
  return {
    kind: 'array',
    id: nextId(),
    items,
    ...(mayLack.length > 0 ? { mayLack } : {}),
    ...(together.length > 0 ? { together } : {}),
    ...(rest === undefined ? {} : { rest }),
    ...(value.node === undefined ? {} : { node: value.node, file: value.file }),
    ...(value.cell === undefined ? {} : { cell: value.cell }),
  };
}

/** The code around, or what it does with each item of a list: other functions may be called often, or never. */
function runsHere(tracer: Tracer, within: FunctionNode | Module, holder: Env): boolean {
  if (within.kind !== 'function' || within === holder.owner) return true;
  const around = outerFunction(within);
  const given = callOf(within);
  if (around === undefined || given === undefined || !runsHere(tracer, around, holder)) return false;
  const env = around === holder.owner ? holder : (tracer.within(around, holder) ?? holder);
  return callbackCalls(tracer, given, within, env).some((args) => args !== undefined);
}

/** `list[i] = item`: one of its items, wherever it stands. */
function placed(tracer: Tracer, value: ArrayValue, mutation: Change & { kind: 'set' }, holder: Env): Value {
  const { key } = mutation;
  if (key === 'length') return lacking(value);
  if (typeof key === 'string' && !/^\d+$/.test(key)) return value;
  const added = environments(tracer, mutation, holder).map((env) => tracer.evaluate(mutation.value, env));
  if (added.length === 0) return value;
  return { ...value, id: nextId(), rest: union([...(value.rest === undefined ? [] : [value.rest]), ...added, undefinedValue]) };
}

/** A call that stands at the top of a body, behind no test. */
function alwaysRuns(body: readonly Statement[], call: CallExpression): boolean {
  return body.some((statement) => {
    if (statement.kind === 'try' || statement.kind === 'block') return alwaysRuns(statement.body, call);
    return (statement.kind === 'expression' || statement.kind === 'declare') && statement.value === call;
  });
}

function extended(tracer: Tracer, value: ObjectValue, mutation: Change, holder: Env): Value {
  const properties = new Map<string, Property>(value.properties);
  let { open } = value;
  const others = [...value.others];
  const add = (key: Value, property: Property): void => {
    if (key.kind === 'constant') properties.set(String(key.value), property);
    else {
      open = true;
      others.push(...toldEntries(property.value()));
    }
  };
  for (const env of environments(tracer, mutation, holder)) {
    if (mutation.kind === 'set') {
      const key = typeof mutation.key === 'string' ? undefined : tracer.evaluate(mutation.key, env);
      const last = typeof mutation.key === 'string' ? properties.get(mutation.key) : undefined;
      const property = assigned(tracer, mutation.value, env, last, isSure(mutation, holder));
      if (key === undefined) properties.set(mutation.key as string, property);
      else add(key, property);
    } else if (holder.module.language === 'python') {
      putEntries(tracer, fillingOf(mutation.call), env, add, (from) => (open = spread(from, properties, others) || open));
    } else if (mutation.method === 'Object.assign') {
      for (const { value: from } of mutation.call.args.slice(1)) open = spread(tracer.evaluate(from, env), properties, others) || open;
    } else if (value.collection !== undefined && /^(?:set|add|append)$/.test(mutation.method)) {
      const [key, item] = [mutation.call.args[0], mutation.call.args[value.collection === 'map' ? 1 : 0]];
      if (key !== undefined && item !== undefined) {
        add(tracer.evaluate(key.value, env), { value: later(tracer, item.value, env), at: tracer.place(item.value.span, env) });
      }
    }
  }
  return { ...value, id: nextId(), properties, open, others: distinct(others) };
}

/** A function of its own, so that what is kept with a property is no more than this needs. */
function later(tracer: Tracer, expression: Expression, env: Env): () => Value {
  return () => tracer.evaluate(expression, env);
}

/** It is assigned whenever the code around the object runs. */
function isSure({ within, value }: Change & { kind: 'set' }, holder: Env): boolean {
  return within === holder.owner && alwaysSets(within.body, value);
}

function alwaysSets(body: readonly Statement[], value: Expression): boolean {
  return body.some((statement) => {
    if (statement.kind === 'try' || statement.kind === 'block') return alwaysSets(statement.body, value);
    return statement.kind === 'expression' && statement.value.kind === 'assign' && statement.value.value === value;
  });
}

/** The environments in which a mutation runs: each iteration of the loops around it, each call of the callbacks around it. */
function environments(tracer: Tracer, mutation: Change, holder: Env): readonly Env[] {
  const { within } = mutation;
  const written: Expression = mutation.kind === 'call' ? mutation.call : mutation.value;
  // A variable of a loop changes in the function that the loop stands in, which is running.
  if (within.kind === 'function' && within !== withoutLoops(holder.owner)) {
    const around = outerFunction(within);
    const given = callOf(within);
    if (around !== undefined && given !== undefined) {
      const outer = around === holder.owner ? [holder] : [tracer.within(around, holder) ?? holder];
      const envs = outer
        .flatMap((env) => inLoops(tracer, env, around, given))
        .flatMap((env) =>
          callbackCalls(tracer, given, within, env).map((args) => tracer.activation(tracer.functionValue(within, env), args).env),
        );
      return envs.flatMap((env) => inLoops(tracer, env, within, written));
    }
  }
  const env = tracer.within(within, holder);
  return env === undefined ? [] : inLoops(tracer, env, within, written);
}

/** The environments of a part of a body, in that of the body or of one of the loops around the part. */
function inLoops(tracer: Tracer, env: Env, within: FunctionNode | Module, part: Expression): readonly Env[] {
  const running = new Set<Env['owner']>();
  for (let at: Env | undefined = env; at?.owner.kind === 'loop'; at = at.parent) running.add(at.owner);
  return loopsAround(within, part).reduce<readonly Env[]>(
    (envs, loop) => (running.has(loop) ? envs : envs.flatMap((outer) => tracer.iterations(loop, outer))),
    [env],
  );
}

/** It stands in a loop over a list that holds nothing. */
export function neverRuns(tracer: Tracer, env: Env, within: FunctionNode | Module, part: Expression): boolean {
  return loopsAround(within, part).length > 0 && inLoops(tracer, env, within, part).length === 0;
}

function callbackCalls(tracer: Tracer, call: CallExpression, fn: FunctionNode, env: Env): readonly (readonly Value[] | undefined)[] {
  const index = call.args.findIndex(({ value }) => value === fn);
  const args = tracer.arguments(call, env);
  const calls = calleesOf(tracer, call, env).flatMap((callee) =>
    callee.receiver?.kind === 'array' ? callbackArguments(tracer, callee, index, tracer.functionValue(fn, env), args) : [],
  );
  return calls.length === 0 ? [undefined] : calls;
}

/** What a name stands for: its first value, what is assigned later, what calls add to it. */
import type { Binding, Expression, FunctionNode, Owner } from '../syntax/ir.js';
import { isAlike } from './alike.js';
import { isRetryLoop } from './attempts.js';
import { withCell } from './cells.js';
import type { Env } from './env.js';
import { joined } from './grounds.js';
import { looseLoop } from './loops.js';
import { walkPath } from './members.js';
import { callOf } from './enclosing.js';
import { bindingMutations, isShared, neverRuns } from './mutations.js';
import { withAssigned, withOutside } from './outside.js';
import { leavesOpen, toldByType } from './told-by-type.js';
import type { Tracer } from './tracer.js';
import { typedValue } from './types.js';
import { counted, isNumber } from './counters.js';
import {
  array,
  derived,
  optionsOf,
  undefinedValue,
  union,
  unknown,
  type ArrayValue,
  type FunctionValue,
  type ObjectValue,
  type Value,
} from './value.js';

export function nameValue(tracer: Tracer, binding: Binding, env: Env): Value {
  let holder = env.holding(binding);
  if (holder === undefined) {
    // `new Promise((resolve) => { this.done = resolve; })`: what is assigned in a function inside is known there.
    const { owner } = binding;
    holder = owner.kind === 'loop' ? looseLoop(tracer, owner, env) : owner.kind === 'function' ? tracer.within(owner, env) : undefined;
    if (holder === undefined) return unknown(`\`${binding.name}\` belongs to code that was not entered`);
  }
  const known = holder.names.get(binding);
  if (tracer.serves(known)) return tracer.reuse(known);
  const there = holder;
  // While later assignments are looked at, the name has its first value: `text = text.trim()` rests on it.
  const first = tracer.remember(() => {
    if (there.owner.kind === 'module') tracer.touchName(binding, there.module);
    const value = firstValue(tracer, binding, there);
    if ((value.kind !== 'array' && value.kind !== 'object') || value.cell !== undefined || !isShared(binding, there)) return value;
    return binding.kind === 'parameter' || binding.kind === 'import' ? value : shared(binding, value, there);
  });
  holder.names.set(binding, first);
  const shares = there.owner.kind === 'module' && first.value.kind === 'object' && binding.kind !== 'import';
  const isFlag =
    there.owner.kind === 'module' && there.module.language === 'python' && first.value.kind === 'constant' && binding.kind !== 'import';
  if (binding.writes.length === 0 && binding.mutations.length === 0 && !shares && !isFlag) return first.value;
  const full = tracer.remember(() => {
    const value = bindingMutations(tracer, binding, written(tracer, binding, first.value, there), there);
    if (isFlag) return withAssigned(tracer, value, binding, there);
    return shares && value.kind === 'object' ? withOutside(tracer, value, binding, there) : value;
  });
  const cut = full.cut ?? first.cut;
  const answer = {
    value: full.value,
    grounds: joined(first.grounds, full.grounds),
    checked: full.checked,
    ...(cut === undefined ? {} : { cut }),
  };
  holder.names.set(binding, answer);
  return answer.value;
}

/** The same container as before when it is written as before: who put something into it need not be asked again. */
function shared(binding: Binding, written: ArrayValue | ObjectValue, holder: Env): Value {
  const before = holder.shared.get(binding);
  if (before !== undefined && isAlike(before.written, written)) return before.value;
  const value = withCell(written);
  holder.shared.set(binding, { written, value });
  return value;
}

function firstValue(tracer: Tracer, binding: Binding, holder: Env): Value {
  const source = binding.source;
  const bound = holder.bound.get(binding);
  if (bound !== undefined) return bound;
  if (tracer.busy.has(binding) || source === undefined) {
    return binding.type === undefined ? unknownStart(binding) : typedValue(tracer, binding.type, holder);
  }
  tracer.busy.add(binding);
  try {
    return sourceValue(tracer, binding, holder);
  } finally {
    tracer.busy.delete(binding);
  }
}

function sourceValue(tracer: Tracer, binding: Binding, holder: Env): Value {
  const source = binding.source!;
  switch (source.kind) {
    case 'value': {
      const value = walkPath(tracer, tracer.evaluate(source.value, holder), source.path);
      const found = withFallback(tracer, value, source.fallback, holder);
      return found.kind === 'unknown' && found.type === undefined && binding.type !== undefined
        ? typedValue(tracer, binding.type, holder)
        : found;
    }
    case 'parameter':
      return parameter(tracer, binding, holder);
    case 'loop':
      return derived('item', []);
    case 'import':
      return tracer.link(source.from, source.imported, holder.module.file);
    case 'function':
      return tracer.functionValue(source.fn, holder);
    case 'class':
      return tracer.evaluate(source.cls, holder);
    case 'type':
      return unknown('a type');
  }
}

function parameter(tracer: Tracer, binding: Binding, holder: Env): Value {
  const source = binding.source;
  if (source?.kind !== 'parameter') return unknown('not a parameter');
  const parameter = source.fn.parameters[source.index];
  const typed = (): Value =>
    parameter?.type === undefined ? untyped(tracer, binding, source.fn, source.index) : typedValue(tracer, parameter.type, holder);
  let value: Value;
  if (holder.args === undefined) {
    value = source.rest ? array([], typed()) : typed();
  } else if (source.rest) {
    value = array(holder.args.slice(source.index));
  } else {
    value = holder.args[source.index] ?? undefinedValue;
  }
  if (parameter?.fallback !== undefined && source.path.length > 0) value = withFallback(tracer, value, parameter.fallback, holder);
  const found = withFallback(tracer, walkPath(tracer, value, source.path), source.fallback, holder);
  if (parameter?.type === undefined || !leavesOpen(found)) return found;
  return found.kind === 'unknown' ? walkPath(tracer, typed(), source.path) : toldByType(found, walkPath(tracer, typed(), source.path));
}

/** What a parameter of a function holds by its written type, when that tells. */
export function typedParameter(tracer: Tracer, { fn, env }: FunctionValue, index: number): Value | undefined {
  const type = fn.parameters[index]?.type;
  const value = type === undefined ? undefined : typedValue(tracer, type, env);
  return value === undefined || leavesOpen(value) ? undefined : value;
}

/** Functions that nobody was seen to call. What `new Promise` hands over is called by these names everywhere. */
function untyped(tracer: Tracer, binding: Binding, fn: FunctionNode, index: number): Value {
  const settles =
    (binding.name === 'resolve' && index === 0) || (binding.name === 'reject' && index === 1) || (index < 2 && isExecutor(fn));
  return settles ? tracer.external('global', `Promise.${index === 0 ? 'resolve' : 'reject'}`) : unknown(`parameter \`${binding.name}\``);
}

/** Written as the argument of `new Promise`, or of `super` in a class that is a promise. */
function isExecutor(fn: FunctionNode): boolean {
  const call = callOf(fn);
  if (call?.callee.kind === 'name') return call.isNew && call.callee.name === 'Promise' && call.callee.binding === undefined;
  const cls = call?.callee.kind === 'super' && fn.outer.kind === 'function' ? fn.outer.outer : undefined;
  return cls?.kind === 'class' && cls.base?.kind === 'name' && cls.base.name === 'Promise';
}

function withFallback(tracer: Tracer, value: Value, fallback: Expression | undefined, env: Env): Value {
  if (fallback === undefined) return value;
  if (value.kind === 'constant') return value.value === undefined ? tracer.evaluate(fallback, env) : value;
  if (value.kind === 'unknown' || value.kind === 'union' || value.kind === 'input' || value.kind === 'environment') {
    const known = optionsOf(value).filter((option) => option.kind !== 'constant' || option.value !== undefined);
    return union([...known, tracer.evaluate(fallback, env)]);
  }
  return value;
}

/** `setClientForTests`: what stands in while the program is tested. */
const forTests = /[a-z](?:(?:For|In)(?:Unit)?Test(?:s|ing)?|_(?:for|in)_(?:unit_)?test(?:s|ing)?)$/;

function written(tracer: Tracer, binding: Binding, first: Value, holder: Env): Value {
  if (binding.writes.length === 0) return first;
  // What is declared without a value has a type until something is assigned.
  const waits = binding.source === undefined && binding.kind === 'variable';
  const writes = binding.writes.filter(({ within }) => within.kind !== 'function' || !forTests.test(within.name ?? ''));
  if (writes.length === 0) return waits ? undefinedValue : first;
  const values = waits ? [] : [first];
  for (const write of writes) {
    const env = tracer.within(write.within, holder);
    if (env === undefined || neverRuns(tracer, env, write.within, write.value)) continue;
    if (holder.owner.kind === 'module') tracer.touch(holder.module, write.span.start);
    const value = walkPath(tracer, tracer.evaluate(write.value, env), write.path);
    const counts = isNumber(first) && /^[-+]=$/.test(write.operator) && countsOn(binding, write.within);
    values.push(
      counts
        ? counted(binding.name, [first, value], tracer.place(write.span, holder))
        : write.operator === '=' || write.operator.startsWith('??') || write.operator.startsWith('||') || write.operator.startsWith('&&')
          ? value
          : derived(write.operator.replace(/=$/, ''), [first, value]),
    );
  }
  // Another function may ask before it is assigned: `if (!client) client = connect();`.
  const absent = waits && writes.some(({ within }) => within !== holder.owner) ? [undefinedValue] : [];
  if (!waits || values.some((value) => value.kind !== 'unknown')) return union([...values, ...absent]);
  if (binding.type === undefined) return union([...values, ...absent]);
  return first.kind === 'external' || first.kind === 'instance' ? first : union([first, ...values]);
}

const attempts = /^(?:attempt|retr(?:y|ies)|tr(?:y|ies))(?:$|[A-Z_]|s$|Count)/;

/** What a call has counted up is another number at the next one; and what a loop that tries again counts, at the next attempt. */
function countsOn({ name, owner }: Binding, within: Owner): boolean {
  if (owner.kind === 'module') return within.kind !== 'module';
  return owner.kind === 'loop' ? isRetryLoop(owner) : attempts.test(name);
}

function unknownStart(binding: Binding): Value {
  return binding.kind === 'catch'
    ? derived('error', [])
    : binding.source === undefined && binding.kind !== 'parameter'
      ? undefinedValue
      : unknown(`\`${binding.name}\``);
}

/** Arguments by name, and what a Python function takes of what it is given. */
import type { Argument, CallExpression } from '../../syntax/ir.js';
import type { Env } from '../env.js';
import { spread } from '../literals.js';
import type { Tracer } from '../tracer.js';
import {
  array,
  nextId,
  undefinedValue,
  union,
  unknown,
  type FunctionValue,
  type ObjectValue,
  type Property,
  type Value,
} from '../value.js';
import { keyOf } from '../value-keys.js';

/** The arguments that a call gives by name stand behind the others, as one object. */
export function keywordsOf(tracer: Tracer, args: readonly Argument[], env: Env): ObjectValue | undefined {
  const named = args.filter(({ name }) => name !== undefined);
  if (named.length === 0) return undefined;
  const properties = new Map<string, Property>();
  const others: Value[] = [];
  let open = false;
  for (const { name, value, span } of named) {
    const given = tracer.evaluate(value, env);
    if (name === '**') open = spread(given, properties, others) || open;
    else properties.set(name!, { value: () => given, at: tracer.place(value.span, env), keyAt: tracer.place(span, env) });
  }
  return { kind: 'object', id: nextId(), properties, open, others, keywords: true };
}

/** The arguments by name, when there are some. */
export function keywordsIn(args: readonly Value[]): ObjectValue | undefined {
  const last = args[args.length - 1];
  return last?.kind === 'object' && last.keywords === true ? last : undefined;
}

/** The arguments by place. */
export function positional(args: readonly Value[]): readonly Value[] {
  return keywordsIn(args) === undefined ? args : args.slice(0, -1);
}

/** A value for each parameter, in their order. What the caller leaves out is `undefined`, and has its default. */
export function taken({ fn: { parameters }, bound, wrapped, self }: FunctionValue, args: readonly Value[]): readonly Value[] {
  const given = bound === undefined ? args : merged(bound, args);
  const byPlace = [...positional(given)];
  // A wrapper hands the object on that the method has already.
  if (self !== undefined && byPlace[0] !== undefined && keyOf(byPlace[0]) === keyOf(self)) byPlace.shift();
  const byName = keywordsIn(given);
  const used = new Set<string>();
  return parameters.map(({ name = '', packs, keywordOnly }): Value => {
    if (packs === 'list') return array(byPlace.splice(0));
    if (packs === 'dict') {
      const properties = new Map([...(byName?.properties ?? [])].filter(([key]) => !used.has(key)));
      return { kind: 'object', id: nextId(), properties, open: byName?.open === true, others: byName?.others ?? [] };
    }
    if (keywordOnly !== true && byPlace.length > 0) return byPlace.shift()!;
    used.add(name);
    const property = byName?.properties.get(name);
    if (property !== undefined) return property.value();
    if (byName?.open === true)
      return union([...(byName.others.length > 0 ? byName.others : [unknown('what `**` hands over')]), undefinedValue]);
    return wrapped === true ? unknown('what the wrapper hands over') : undefinedValue;
  });
}

/** `functools.partial` fixes arguments by place and by name; those of the call come behind, or instead. */
function merged(bound: readonly Value[], args: readonly Value[]): readonly Value[] {
  const [before, now] = [keywordsIn(bound), keywordsIn(args)];
  const places = [...positional(bound), ...positional(args)];
  if (before === undefined || now === undefined) return [...places, ...((before ?? now) ? [(before ?? now)!] : [])];
  return [
    ...places,
    { ...now, id: nextId(), properties: new Map([...before.properties, ...now.properties]), open: before.open || now.open },
  ];
}

/** Functions that are handed over by name count like the others. */
export function flattened(args: readonly Value[]): readonly Value[] {
  const byName = keywordsIn(args);
  return byName === undefined ? args : [...positional(args), ...[...byName.properties.values()].map((property) => property.value())];
}

const ofObjects = new WeakMap<CallExpression, CallExpression>();

/** `Path.unlink(path)` as `path.unlink()`: the call as one of the object's own method, where a package describes that and nothing of this name on the class. */
export function ofObject(tracer: Tracer, call: CallExpression, env: Env): CallExpression {
  const { callee, args } = call;
  const [first] = args;
  if (env.module.language !== 'python' || callee.kind !== 'member' || typeof callee.property !== 'string') return call;
  if (first === undefined || first.spread || first.name !== undefined) return call;
  const { object, property } = callee;
  const name = object.kind === 'name' ? object.name : object.kind === 'member' ? object.property : undefined;
  if (typeof name !== 'string' || !/^[A-Z]/.test(name)) return call;
  const cls = tracer.evaluate(object, env);
  if (cls.kind !== 'external' || cls.call !== undefined || /[#)]/.test(cls.path)) return call;
  const { libraries } = tracer;
  if (libraries.rows({ ...cls, path: `${cls.path}#${property}` }) === undefined) return call;
  if (libraries.rows({ ...cls, path: `${cls.path}.${property}` }) !== undefined) return call;
  let made = ofObjects.get(call);
  if (made === undefined) ofObjects.set(call, (made = { ...call, callee: { ...callee, object: first.value }, args: args.slice(1) }));
  return made;
}

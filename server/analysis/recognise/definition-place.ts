/** Where a tool is defined: the place to which a person would go to change it. */
import type { Place } from '../../../rules/kit/index.js';
import type { Expression, NameExpression, PathStep } from '../syntax/ir.js';
import type { Env } from '../trace/env.js';
import { walkPath } from '../trace/members.js';
import type { Tracer } from '../trace/tracer.js';
import { optionsOf, stringOf, undefinedValue, type ObjectValue, type Value } from '../trace/value.js';
import type { Carrier } from './carried-tier.js';

/** Copies of copies; beyond, the place of the name will do. */
const maxCopies = 6;

/** The literal that an object was written as. */
export function placeOf(value: ObjectValue): Place | undefined {
  return value.node === undefined || value.file === undefined ? undefined : { file: value.file, span: value.node.span };
}

export function isWithin(inner: Place, outer: Place): boolean {
  return inner.file === outer.file && outer.span.start <= inner.span.start && inner.span.end <= outer.span.end;
}

/**
 * The object or class that says a name which stands outside of the call: `tool.name` gives the literal with `name`, also
 * through copies of it, `tool.getName()` the class of the tool. Where neither is known, the name itself defines the tool.
 */
export function ownerOf(tracer: Tracer, name: Expression | undefined, env: Env, nameAt: Place): Place {
  return ownerPlace(tracer, name, env, nameAt, 0) ?? nameAt;
}

function ownerPlace(tracer: Tracer, name: Expression | undefined, env: Env, nameAt: Place, depth: number): Place | undefined {
  const taken = depth > maxCopies ? undefined : heldAt(tracer, name, env);
  return taken === undefined ? undefined : writtenAt(tracer, taken.holder, taken.key, nameAt, depth + 1);
}

/** The objects that say a name: the one that it is read from, and those from which that one copied it. */
export function saying(tracer: Tracer, name: Expression | undefined, env: Env, text: string, depth = 0): readonly Carrier[] {
  const taken = depth > maxCopies ? undefined : heldAt(tracer, name, env);
  return optionsOf(taken?.holder ?? undefinedValue).flatMap((option): readonly Carrier[] => {
    if (option.kind === 'instance') return [option];
    return option.kind === 'object' ? copiesOf(tracer, option, taken!.key, text, depth) : [];
  });
}

/** An object that says a name, and those from which it copied it. */
export function copiesOf(tracer: Tracer, holder: ObjectValue, key: string, text: string, depth = 0): readonly Carrier[] {
  const property = holder.properties.get(key);
  if (!optionsOf(property?.value() ?? undefinedValue).some((value) => stringOf(value) === text)) return [];
  const { written } = property!;
  return written === undefined ? [holder] : [holder, ...saying(tracer, written.value, written.env, text, depth + 1)];
}

interface Held {
  readonly holder: Value;
  readonly key: string;
}

/** What a name is read from: `tool.name`, `tool.getName()`, and a name that a pattern took. */
function heldAt(tracer: Tracer, name: Expression | undefined, env: Env): Held | undefined {
  if (name?.kind === 'name') return takenFrom(tracer, name, env);
  const member = name?.kind === 'call' && name.args.length === 0 ? name.callee : name;
  if (member?.kind !== 'member' || typeof member.property !== 'string') return undefined;
  return { holder: tracer.evaluate(member.object, env), key: member.property };
}

/** Where a name is written that is put together of parts: `tool.name` of a literal that says `name: \`get_${kind}\``. */
export function saidAt(tracer: Tracer, name: Expression | undefined, env: Env): Place | undefined {
  if (name?.kind !== 'member' || typeof name.property !== 'string') return undefined;
  const owners = optionsOf(tracer.evaluate(name.object, env));
  return owners.length === 1 && owners[0]!.kind === 'object' ? owners[0]!.properties.get(name.property)?.at : undefined;
}

/** Where the thing was written whose member `key` is the name at `nameAt`. */
export function writtenAt(tracer: Tracer, holder: Value, key: string, nameAt: Place, depth = 0): Place | undefined {
  for (const option of optionsOf(holder)) {
    const place = writtenOption(tracer, option, key, nameAt, depth);
    if (place !== undefined) return place;
  }
  return undefined;
}

function writtenOption(tracer: Tracer, holder: Value, key: string, nameAt: Place, depth: number): Place | undefined {
  if (holder.kind === 'instance' || holder.kind === 'class') {
    const { cls, env } = holder.kind === 'instance' ? holder.cls : holder;
    const whole = { file: env.module.file, span: cls.span };
    // An object of data only keeps the name that it was given.
    return env.module.language === 'python' && !isWithin(nameAt, whole) ? undefined : whole;
  }
  if (holder.kind !== 'object') return undefined;
  const own = placeOf(holder);
  if (own !== undefined && isWithin(nameAt, own)) return own;
  const written = holder.properties.get(key)?.written;
  if (written === undefined) return undefined;
  return ownerPlace(tracer, written.value, written.env, nameAt, depth) ?? (isHandedOn(written.value) ? nameAt : written.within);
}

/** A name that came from elsewhere: the literal that it is put into defines nothing. */
function isHandedOn(value: Expression): boolean {
  if (value.kind === 'member') return isHandedOn(value.object);
  if (value.kind === 'call') return isHandedOn(value.callee);
  const binding = value.kind === 'name' ? value.binding : undefined;
  const source = binding?.source;
  return binding?.kind === 'parameter' || binding?.kind === 'loop' || (source?.kind === 'value' && source.path.length > 0);
}

/** The object that a pattern took a name from, and the key there: `({ name }) => …`, `const { name } = tool`. */
function takenFrom(tracer: Tracer, name: NameExpression, env: Env): Held | undefined {
  const { binding } = name;
  const source = binding?.source;
  if (binding === undefined || source === undefined || !('path' in source)) return undefined;
  const key = source.path[source.path.length - 1];
  const holding = env.holding(binding);
  if (typeof key !== 'string' || holding === undefined) return undefined;
  const whole =
    source.kind === 'value'
      ? tracer.evaluate(source.value, holding)
      : holding.args?.[source.kind === 'parameter' && !source.rest ? source.index : 0];
  return whole === undefined ? undefined : { holder: walkPath(tracer, whole, source.path.slice(0, -1) as PathStep[]), key };
}

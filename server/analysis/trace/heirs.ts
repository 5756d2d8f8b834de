/**
 * What a value that is known by its class alone leaves to the classes that inherit it: an abstract method, a field that only they
 * assign. All of them in the workspace answer, while they are few and each of them is known.
 */
import { wholeOf } from '../syntax/inner.js';
import type { ClassNode, Expression } from '../syntax/ir.js';
import type { Remembered } from './env.js';
import type { Inheriting } from './inheriting.js';
import { conforming, conformingWith } from './python/structural.js';
import { eachInBody } from './parts.js';
import type { Tracer } from './tracer.js';
import { distinct, optionsOf, union, type ClassValue, type Value } from './value.js';
import { verbClass } from './verbs.js';

/** Classes that may answer for another one; of more, it is not told which. */
export const maxHeirs = 12;

const known = new WeakMap<ClassNode, Remembered<readonly ClassValue[] | undefined>>();

/** All classes that inherit a class, or stand for it; `undefined` when nobody can tell. */
export function heirsOf(tracer: Tracer, cls: ClassValue): readonly ClassValue[] | undefined {
  const earlier = known.get(cls.cls);
  if (tracer.serves(earlier)) return tracer.reuse(earlier);
  // While it is looked at, there are none.
  known.set(
    cls.cls,
    tracer.remember(() => []),
  );
  const answer = tracer.remember(() => search(tracer, cls));
  known.set(cls.cls, answer);
  return answer.value;
}

function search(tracer: Tracer, cls: ClassValue): readonly ClassValue[] | undefined {
  const found = new Map<ClassNode, ClassValue>();
  const add = (heir: ClassValue | undefined): void => void (heir === undefined || found.set(heir.cls, heir));
  const direct = namesOf(tracer, cls).flatMap((name) => tracer.elsewhere.classesUnder(name));
  for (const one of new Set(direct)) {
    if (one.cls === cls.cls || found.has(one.cls)) continue;
    const heir = asHeir(tracer, one, cls);
    if (heir === 'unknown') return undefined;
    add(heir);
    const further = heir === undefined ? [] : heirsOf(tracer, heir);
    if (further === undefined) return undefined;
    further.forEach(add);
    if (found.size > maxHeirs) return undefined;
  }
  const others = conforming(tracer, cls, (one) => heirsOf(tracer, one));
  others?.forEach(add);
  return others === undefined || found.size > maxHeirs ? undefined : [...found.values()];
}

/** The names under which others may mention a class. */
function namesOf(tracer: Tracer, { cls, env }: ClassValue): readonly string[] {
  tracer.touchOutline(env.module.file);
  const exported = env.module.exports.flatMap((item) => {
    const binding = 'binding' in item ? item.binding : 'value' in item && item.value.kind === 'name' ? item.value.binding : undefined;
    const value = 'value' in item ? item.value : undefined;
    return value === cls || (binding?.source?.kind === 'class' && binding.source.cls === cls) ? [item.name] : [];
  });
  return [...new Set([...(cls.name === undefined ? [] : [cls.name]), ...exported])];
}

/** The class, when it is an heir of the other one. */
function asHeir(tracer: Tracer, { cls, file }: Inheriting, of: ClassValue): ClassValue | 'unknown' | undefined {
  const env = tracer.moduleEnv(file);
  if (env === undefined) return undefined;
  tracer.touch(env.module, cls.span.start);
  const above = [...(cls.base === undefined ? [] : [cls.base]), ...(cls.mixins ?? [])].filter(isOfModule);
  const inherits = above.some((base) => optionsOf(tracer.evaluate(base, env)).some((one) => one.kind === 'class' && one.cls === of.cls));
  if (!inherits) return undefined;
  const value = cls.outer.kind === 'module' ? tracer.evaluate(cls, env) : undefined;
  return value?.kind === 'class' ? value : 'unknown';
}

/** It is known where it stands, without a call of anything. */
function isOfModule(base: Expression): boolean {
  let root = base;
  while (root.kind === 'member') root = root.object;
  return root.kind === 'name' ? root.binding === undefined || root.binding.owner.kind === 'module' : base.kind === 'call';
}

/** What all heirs of a class answer for a member; those of whom `ask` gives nothing have no answer of their own. */
export function answerOfHeirs(
  tracer: Tracer,
  cls: ClassValue,
  key: string,
  ask: (heir: ClassValue) => Value | undefined,
): Value | undefined {
  const classes = heirsOf(tracer, cls) ?? conformingWith(tracer, cls, key, (one) => heirsOf(tracer, one)) ?? [];
  return answerOf(tracer, classes, key, ask);
}

/** What classes answer. Where the name says that something is changed and all of them do nothing, they stand in for others. */
export function answerOf(
  tracer: Tracer,
  classes: readonly ClassValue[],
  key: string,
  ask: (cls: ClassValue) => Value | undefined,
): Value | undefined {
  const answers = distinct(classes.flatMap((cls) => ask(cls) ?? []));
  if (answers.length === 0) return undefined;
  const verb = verbClass(key);
  if (verb !== undefined && verb !== 'read' && answers.every((answer) => doesNothing(tracer, answer))) return undefined;
  return union(answers);
}

/** A function in which nothing is called, and nothing assigned to what others hold. */
function doesNothing(tracer: Tracer, value: Value): boolean {
  if (value.kind !== 'function') return false;
  tracer.touchAll(wholeOf(value.env.module, value.fn));
  let acts = false;
  eachInBody(value.fn.body, (part) => {
    acts ||= part.kind === 'call' || (part.kind === 'assign' && part.target.kind === 'member');
  });
  return !acts;
}

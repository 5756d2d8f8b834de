/** Constructors that run when an object is made. */
import type { CallExpression } from '../syntax/ir.js';
import { baseOf, lineage } from './bases.js';
import type { Env } from './env.js';
import { classEnv, constructorArgs, constructorOf } from './instances.js';
import type { Tracer } from './tracer.js';
import type { FunctionValue, InstanceValue, Value } from './value.js';

/** The constructor that `new` runs, with its arguments. */
export function constructorCall(
  tracer: Tracer,
  instance: InstanceValue,
): { readonly fn: FunctionValue; readonly args: readonly Value[] | undefined } | undefined {
  for (const cls of lineage(tracer, instance.cls)) {
    const own = cls.kind === 'class' ? constructorOf(cls.cls) : undefined;
    if (cls.kind === 'class' && own !== undefined)
      return { fn: tracer.functionValue(own, classEnv(instance, cls)), args: constructorArgs(tracer, instance, cls) };
  }
  return undefined;
}

/** The constructor that `super(…)` runs, with its arguments. */
export function superCall(tracer: Tracer, call: CallExpression, env: Env): ReturnType<typeof constructorCall> {
  const self = env.thisValue();
  const home = env.homeClass();
  if (self?.kind !== 'instance' || home?.kind !== 'class') return undefined;
  const base = baseOf(tracer, home);
  return base?.kind === 'class' ? constructorCall(tracer, { ...self, cls: base, args: tracer.arguments(call, env) }) : undefined;
}

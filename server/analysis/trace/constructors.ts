/** Constructors and initialisers that run when an object is made. */
import type { CallExpression, ClassNode, FunctionNode } from '../syntax/ir.js';
import { baseOf, lineage } from './bases.js';
import type { Env } from './env.js';
import { classEnv, constructorArgs, constructorOf } from './instances.js';
import { eachInBody } from './parts.js';
import { methodsNamed, protocolsFor } from './protocols.js';
import type { Tracer } from './tracer.js';
import { optionsOf, type ClassValue, type FunctionValue, type InstanceValue, type Value } from './value.js';

interface Construction {
  readonly fn: FunctionValue;
  readonly args: readonly Value[] | undefined;
}

/** The objects that a call makes of a class, or of those that it stands for. */
export function instancesMade(tracer: Tracer, { cls }: ClassValue, call: CallExpression, env: Env): readonly InstanceValue[] {
  const all = optionsOf(tracer.evaluate(call, env)).filter((made) => made.kind === 'instance');
  return all.some((one) => one.cls.cls === cls) ? all.filter((one) => one.cls.cls === cls) : all;
}

/** Everything that `new` runs: what gives the fields what they start with, and the constructor. */
export function constructing(tracer: Tracer, instance: InstanceValue): readonly Construction[] {
  const own = constructorCall(tracer, instance);
  const fields = initializers(tracer, instance).map((fn) => ({ fn, args: [] }));
  const { make, made } = protocolsFor(instance);
  const before = methodsNamed(tracer, instance, make).map((fn) => ({ fn, args: instance.args }));
  // What a package makes a constructor of runs it at its end.
  const after = own === undefined ? methodsNamed(tracer, instance, made).map((fn) => ({ fn, args: [] })) : [];
  return [...before, ...fields, ...(own === undefined ? after : [own])];
}

/** The constructor that `new` runs, with its arguments. */
export function constructorCall(tracer: Tracer, instance: InstanceValue): Construction | undefined {
  for (const cls of lineage(tracer, instance.cls)) {
    const own = cls.kind === 'class' ? constructorOf(cls.cls) : undefined;
    if (cls.kind === 'class' && own !== undefined)
      return { fn: tracer.functionValue(own, classEnv(instance, cls)), args: constructorArgs(tracer, instance, cls) };
  }
  return undefined;
}

/** What gives the fields of a new object what they start with, for each class that it is made of: `log = createWriteStream(path)`. */
function initializers(tracer: Tracer, instance: InstanceValue): readonly FunctionValue[] {
  return lineage(tracer, instance.cls).flatMap((cls) => {
    if (cls.kind !== 'class' || cls.env.module.language === 'python') return [];
    const fn = initializerOf(cls.cls);
    return fn === undefined ? [] : [tracer.functionValue(fn, classEnv(instance, cls))];
  });
}

const made = new WeakMap<ClassNode, FunctionNode | false>();

/** The initialisers of the fields of a class as one function; none when they call nothing. */
function initializerOf(cls: ClassNode): FunctionNode | undefined {
  let fn = made.get(cls);
  if (fn === undefined) {
    const body = cls.members.flatMap(({ kind, value, span, static: ofClass }) =>
      kind !== 'field' || value === undefined || value.kind === 'function' || ofClass ? [] : [{ kind: 'expression' as const, span, value }],
    );
    let calls = false;
    eachInBody(body, (part) => (calls ||= part.kind === 'call'), false);
    const { span, outer, mentions } = cls;
    const plain = { arrow: false, async: false, generator: false };
    fn = calls ? { kind: 'function', parameters: [], body, ...plain, decorators: [], span, outer, mentions } : false;
    made.set(cls, fn);
  }
  return fn === false ? undefined : fn;
}

/** The constructor that `super(…)` runs, with its arguments. */
export function superCall(tracer: Tracer, call: CallExpression, env: Env): Construction | undefined {
  const self = env.thisValue();
  const home = env.homeClass();
  if (self?.kind !== 'instance' || home?.kind !== 'class') return undefined;
  const base = baseOf(tracer, home);
  return base?.kind === 'class' ? constructorCall(tracer, { ...self, cls: base, args: tracer.arguments(call, env) }) : undefined;
}

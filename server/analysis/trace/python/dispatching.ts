/** Functions that are chosen by the type of what they are given: those that are registered with one of `functools.singledispatch`. */
import type { Binding, ClassNode, Expression, FunctionNode, Statement } from '../../syntax/ir.js';
import type { Env } from '../env.js';
import type { Tracer } from '../tracer.js';
import { union, type ExternalValue, type Value } from '../value.js';

const choosing: ReadonlySet<string> = new Set(['singledispatch', 'singledispatchmethod']);

/** A function that a decorator made choose among others: any of them may run. */
export function withRegistered(tracer: Tracer, made: Value, { library, path }: ExternalValue, by: Expression, env: Env): Value {
  if (library !== 'py:functools' || !choosing.has(path)) return made;
  const body = bodyOf(env);
  const binding = body.flatMap((statement) => bindingOf(statement, by) ?? [])[0];
  const registered = binding === undefined ? [] : body.flatMap((statement) => registeredBy(statement, isName(binding)) ?? []);
  return any(tracer, made, registered, env);
}

/** The same of a method, among those of its class. */
export function withRegisteredMethods(
  tracer: Tracer,
  made: Value,
  { library, path }: ExternalValue,
  name: string | undefined,
  env: Env,
): Value {
  if (library !== 'py:functools' || !choosing.has(path) || name === undefined || env.owner.kind !== 'class') return made;
  return any(tracer, made, methodsRegistered(env.owner, name), env);
}

function any(tracer: Tracer, made: Value, registered: readonly FunctionNode[], env: Env): Value {
  for (const { span } of registered) tracer.touch(env.module, span.start);
  return registered.length === 0 ? made : union([made, ...registered.map((fn) => tracer.functionValue(fn, env))]);
}

function bodyOf({ owner }: Env): readonly Statement[] {
  let at = owner;
  while (at.kind === 'loop') at = at.outer;
  return at.kind === 'class' ? [] : at.body;
}

/** The name that a statement gives to what the decorator makes. */
function bindingOf(statement: Statement, decorator: Expression): Binding | undefined {
  const { value, binding } = given(statement);
  for (let at = value; at?.kind === 'call' && at.decorates === true; at = at.args[0]?.value) if (at === decorator) return binding;
  return undefined;
}

/** The function below `@name.register` or `@name.register(type)`. */
function registeredBy(statement: Statement, isNamed: (object: Expression) => boolean): FunctionNode | undefined {
  let found = false;
  let at = given(statement).value;
  for (; at?.kind === 'call' && at.decorates === true; at = at.args[0]?.value) found ||= registers(at.callee, isNamed);
  return found && at?.kind === 'function' ? at : undefined;
}

function methodsRegistered({ members }: ClassNode, name: string): readonly FunctionNode[] {
  const isNamed = (object: Expression): boolean => object.kind === 'name' && object.name === name;
  return members.flatMap(({ value }) =>
    value?.kind === 'function' && value.decorators.some((decorator) => registers(decorator, isNamed)) ? [value] : [],
  );
}

function registers(decorator: Expression, isNamed: (object: Expression) => boolean): boolean {
  const callee = decorator.kind === 'call' ? decorator.callee : decorator;
  return callee.kind === 'member' && callee.property === 'register' && isNamed(callee.object);
}

function isName(binding: Binding): (object: Expression) => boolean {
  return (object) => object.kind === 'name' && object.binding === binding;
}

function given(statement: Statement): { readonly value?: Expression; readonly binding?: Binding } {
  if (statement.kind === 'declare') return { value: statement.value, binding: statement.bindings[0] };
  if (statement.kind !== 'expression' || statement.value.kind !== 'assign') return {};
  const { target, value } = statement.value;
  return { value, ...(target.kind === 'name' && target.binding !== undefined ? { binding: target.binding } : {}) };
}

/**
 * Fields of an object that lives for one call only, such as the answer that a handler fills in: `if (this.asFile) await write(…)`
 * does nothing for a tool that never says `asFile = true`. Whether it does is known once all that the tool reaches was walked.
 */
import { bodyOf } from '../syntax/inner.js';
import type { ClassNode, Expression, FunctionNode } from '../syntax/ir.js';
import type { Env } from './env.js';
import { lineage } from './bases.js';
import { fillsOf } from './fields.js';
import { declaredField, constructorOf } from './instances.js';
import { assignedNames, assignsUnseen, startOfField, startsIn } from './assignments.js';
import { eachInBody } from './parts.js';
import { fieldArgument } from './python/models.js';
import type { Tracer } from './tracer.js';
import { truthOf } from './truth.js';
import { optionsOf, type Constant, type InstanceValue, type Value } from './value.js';

/** Names of fields of which one has to be assigned before something happens. */
export type Need = readonly string[];

/** What is left of what a walk found when nothing says what some of it needs. */
export function withoutUnasked<T extends { readonly needs?: readonly Need[] }>(
  effects: readonly T[],
  assigned: ReadonlySet<string>,
): readonly T[] {
  return effects.filter(({ needs }) => needs === undefined || needs.every((need) => need.some((name) => assigned.has(name))));
}

const changing: ReadonlySet<string> = new Set(['++', '--', 'delete']);
const byFunction = new WeakMap<FunctionNode['body'], readonly string[]>();

/** Names of the members that a function assigns, whichever way it goes. */
export function assignedIn(fn: FunctionNode): readonly string[] {
  let names = byFunction.get(fn.body);
  if (names === undefined) {
    const found = new Set<string>();
    // What the constructor always does is how the object starts.
    const starting = fn.name === '__init__' ? new Set(startsIn(fn).values()) : undefined;
    eachInBody(fn.body, (part) => {
      if (part.kind === 'assign' && starting?.has(part.value) === true) return;
      const target = part.kind === 'assign' ? part.target : part.kind === 'unary' && changing.has(part.operator) ? part.operand : undefined;
      if (target?.kind === 'member' && typeof target.property === 'string') found.add(target.property);
    });
    byFunction.set(fn.body, (names = [...found]));
  }
  return names;
}

/** Names of the fields of an object: whoever holds it may assign any of them. */
export function fieldsOf({ cls }: InstanceValue): readonly string[] {
  if (cls.env.module.language === 'python') return assignedNames(cls.cls);
  return cls.cls.members.flatMap(({ kind, name }) => (kind === 'field' && name !== undefined ? [name] : []));
}

/** What has to be assigned for one side of a test to be taken; `undefined` when it may be taken as things are made. */
export function needOf(
  tracer: Tracer,
  test: Expression,
  side: boolean,
  env: Env,
  isCreated: (instance: InstanceValue) => boolean,
): Need | undefined {
  const found = new Start(tracer, env, isCreated).truth(test);
  return found?.truth === !side && found.fields.length > 0 ? found.fields : undefined;
}

interface Truth {
  readonly truth: boolean;
  readonly fields: readonly string[];
}

interface Known {
  readonly value: Constant;
  readonly fields: readonly string[];
}

/** Reads a test with the values that fields have when their object is made. */
class Start {
  readonly #tracer: Tracer;
  readonly #env: Env;
  readonly #isCreated: (instance: InstanceValue) => boolean;

  constructor(tracer: Tracer, env: Env, isCreated: (instance: InstanceValue) => boolean) {
    this.#tracer = tracer;
    this.#env = env;
    this.#isCreated = isCreated;
  }

  truth(test: Expression): Truth | undefined {
    if (test.kind === 'unary' && test.operator === '!') {
      const inner = this.truth(test.operand);
      return inner === undefined ? undefined : { truth: !inner.truth, fields: inner.fields };
    }
    if (test.kind === 'binary') {
      if (test.operator === '&&' || test.operator === '||')
        return this.#joined(test.operator === '||', this.truth(test.left), this.truth(test.right));
      const equal = /^[=!]==?$/.test(test.operator);
      const [left, right] = equal ? [this.#value(test.left), this.#value(test.right)] : [];
      if (left === undefined || right === undefined) return undefined;
      return { truth: (left.value === right.value) === test.operator.startsWith('='), fields: [...left.fields, ...right.fields] };
    }
    const value = this.#value(test);
    if (value !== undefined) return { truth: Boolean(value.value), fields: value.fields };
    const decided = truthOf(this.#tracer, this.#tracer.evaluate(test, this.#env), this.#env);
    return decided === undefined ? undefined : { truth: decided, fields: [] };
  }

  /** `decisive`: the answer of one side that settles it. */
  #joined(decisive: boolean, left: Truth | undefined, right: Truth | undefined): Truth | undefined {
    const settled = [left, right].find((side) => side?.truth === decisive);
    if (settled !== undefined) return settled;
    return left === undefined || right === undefined ? undefined : { truth: !decisive, fields: [...left.fields, ...right.fields] };
  }

  #value(expression: Expression): Known | undefined {
    if (expression.kind === 'member' && typeof expression.property === 'string') {
      const start = startOf(this.#tracer, this.#tracer.evaluate(expression.object, this.#env), expression.property, this.#isCreated);
      if (start !== undefined) return { value: start.value, fields: [expression.property] };
    }
    const value = this.#tracer.evaluate(expression, this.#env);
    return value.kind === 'constant' ? { value: value.value, fields: [] } : undefined;
  }
}

/** The constant that a field starts with, in an object that was made in this call. */
function startOf(
  tracer: Tracer,
  object: Value,
  name: string,
  isCreated: (instance: InstanceValue) => boolean,
): { readonly value: Constant } | undefined {
  const [instance, ...others] = optionsOf(object);
  if (instance?.kind !== 'instance' || others.length > 0 || !isCreated(instance)) return undefined;
  const { cls, env } = instance.cls;
  tracer.touch(env.module, cls.span.start);
  // A class of data starts with what it is given.
  const field = declaredField(cls, name);
  if (field !== undefined && fieldArgument(instance, instance.cls, [field], lineage(tracer, instance.cls)) !== undefined) return undefined;
  const constructor = constructorOf(cls);
  if (constructor !== undefined) tracer.touchAll(bodyOf(env.module, constructor));
  return startIn(cls, name);
}

function startIn(cls: ClassNode, name: string): { readonly value: Constant } | undefined {
  const field = declaredField(cls, name);
  const start = field === undefined && fillsOf(cls).length === 0 ? startOfField(cls, name) : undefined;
  if (start?.kind === 'literal' && start.form === undefined) return { value: start.value };
  if (field === undefined || assignsUnseen(cls, name)) return undefined;
  if (field.value === undefined) return { value: undefined };
  return field.value.kind === 'literal' && field.value.form === undefined ? { value: field.value.value } : undefined;
}

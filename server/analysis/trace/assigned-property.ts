/** What a property is worth after an assignment: worked out when somebody asks. */
import type { Place } from '../../../rules/kit/index.js';
import type { Expression } from '../syntax/ir.js';
import type { Env } from './env.js';
import type { Tracer } from './tracer.js';
import { derived, optionsOf, union, type Property, type Value } from './value.js';

/** Assignments before one that is made from them. */
const maxBefore = 8;

/**
 * `state.next = state.next + 1`: while it is looked at, it is made from what it was before. A constant that may have taken the place
 * of another one decides no test alone. Loops over long lists make very many of these, so what can be told from where it stands is
 * not kept.
 */
class AssignedProperty implements Property {
  readonly #tracer: Tracer;
  readonly #expression: Expression;
  readonly #env: Env;
  readonly #sure: boolean;
  readonly last: Property | undefined;

  constructor(tracer: Tracer, expression: Expression, env: Env, last: Property | undefined, sure: boolean) {
    this.#tracer = tracer;
    this.#expression = expression;
    this.#env = env;
    this.#sure = sure;
    this.last = last;
  }

  value(): Value {
    const { last } = this;
    const found = busily(this.#tracer, this, last, () => this.#tracer.evaluate(this.#expression, this.#env));
    if (last === undefined) return found;
    const was = last.value();
    // `tool.run = logged(tool.run)`: what is wrapped was read before.
    const mayBeBoth = isFunction(was) || (!this.#sure && found.kind === 'constant' && isConstant(was));
    return mayBeBoth ? union([was, found]) : found;
  }

  get at(): Place {
    return this.#tracer.place(this.#expression.span, this.#env);
  }
}

/** What a property is after an assignment. `last`: what it was before; `sure`: it is assigned whenever the code around it runs. */
export function assigned(tracer: Tracer, expression: Expression, env: Env, last: Property | undefined, sure: boolean): Property {
  return new AssignedProperty(tracer, expression, env, last, sure);
}

/** The same property when what it holds was changed. While that is looked at, it is what it was before. */
export function changedProperty(tracer: Tracer, property: Property, now: () => Value): Property {
  // What it was made from before counts as one with it.
  const only: Property = { value: () => property.value() };
  const found = (): Value => busily(tracer, found, only, now);
  before.set(found, only);
  return worth(property, found);
}

/** The same property with another value. */
export function worth(property: Property, value: () => Value): Property {
  return property instanceof AssignedProperty ? { at: property.at, value } : { ...property, value };
}

/** What the changed property was before. */
const before = new WeakMap<() => Value, Property>();

function lastOf(property: Property): Property | undefined {
  return property instanceof AssignedProperty ? property.last : before.get(property.value);
}

function busily(tracer: Tracer, asked: object, last: Property | undefined, compute: () => Value): Value {
  if (tracer.busy.has(asked)) return valueBefore(tracer, last);
  tracer.busy.add(asked);
  const found = compute();
  tracer.busy.delete(asked);
  return found;
}

/** What is asked for when it is asked what a property was before. */
const questions = new WeakMap<Property, object>();

/** From the last assignment back. Each of them may be made from what the property is now: that question is open already. */
function valueBefore(tracer: Tracer, last: Property | undefined): Value {
  const was: Value[] = [];
  let question = last && questions.get(last);
  if (last !== undefined && question === undefined) questions.set(last, (question = {}));
  if (question === undefined || tracer.busy.has(question)) return derived('the value before', []);
  tracer.busy.add(question);
  for (let at = last; at !== undefined && was.length <= maxBefore; at = lastOf(at)) was.push(at.value());
  tracer.busy.delete(question);
  return was.some(isFunction) ? union(was) : derived('the value before', was);
}

function isFunction(value: Value): boolean {
  return optionsOf(value).some(({ kind }) => kind === 'function');
}

function isConstant(value: Value): boolean {
  return optionsOf(value).every(({ kind }) => kind === 'constant');
}

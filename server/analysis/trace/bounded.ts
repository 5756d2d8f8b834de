/** A function that is called in too many ways is looked at once more, for any arguments at all. */
import type { FunctionNode } from '../syntax/ir.js';
import type { Activation } from './env.js';
import { eachInBody } from './parts.js';
import type { Tracer } from './tracer.js';
import { optionsOf, type FunctionValue, type Value } from './value.js';
import type { Summary } from './walk.js';

/**
 * Asks something of a call. An answer for any arguments is a bound that was reached only when it `matters` which arguments they
 * were: what does nothing for any arguments does nothing.
 */
export function asked<T>(
  tracer: Tracer,
  callee: FunctionValue,
  args: readonly Value[] | undefined,
  ask: (activation: Activation) => T,
  matters: (answer: T) => boolean,
): T {
  const { exhausted } = tracer;
  const activation = tracer.activation(callee, args);
  if (activation.bounded !== true) return ask(activation);
  tracer.exhausted = exhausted;
  const answer = ask(activation);
  if (matters(answer)) tracer.exhausted = true;
  return answer;
}

/** Something that can be called, or may hold it. Of what is unknown, a call says so itself. */
export function mayRun(value: Value): boolean {
  return holdsCallable(value, 0);
}

function holdsCallable(value: Value, depth: number): boolean {
  const inside = (part: Value): boolean => depth > 3 || holdsCallable(part, depth + 1);
  return optionsOf(value).some((option) => {
    if (option.kind === 'object') return [...option.properties.values()].some((property) => inside(property.value()));
    if (option.kind === 'array') return option.items.some(inside);
    return option.kind === 'function' || option.kind === 'class' || option.kind === 'instance' || option.kind === 'external';
  });
}

/** There is something to tell of a call. */
export function doesSomething({ effects, unresolved, asks }: Summary): boolean {
  return effects.length > 0 || unresolved.length > 0 || asks !== undefined;
}

const plain = new WeakMap<FunctionNode, boolean>();

/** Gives a value and enters nothing, so that it may be asked as often as there is something to ask about: `(tool) => tool.name === name`. */
export function callsNothing(fn: FunctionNode): boolean {
  let answer = plain.get(fn);
  if (answer === undefined) {
    const [first, ...more] = fn.body;
    answer = more.length === 0 && first?.kind === 'return';
    eachInBody(fn.body, (part) => {
      if (part.kind === 'call' || (part.kind === 'template' && part.tag !== undefined)) answer = false;
    });
    plain.set(fn, answer);
  }
  return answer;
}

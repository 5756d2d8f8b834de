/** Methods whose parameters are told by their types: services are handed in, the rest comes from the model. */
import type { Parameter } from '../syntax/ir.js';
import { externalBase } from '../trace/instances.js';
import { schemaLibraries } from '../trace/zod-chain.js';
import type { Tracer } from '../trace/tracer.js';
import { typedValue } from '../trace/types.js';
import { type FunctionValue, type InputValue, type Value } from '../trace/value.js';

/** What such a method is called with. */
export function injectedArguments(tracer: Tracer, method: FunctionValue, input: InputValue): readonly Value[] {
  return method.fn.parameters.map((parameter) => {
    const typed = typeOf(tracer, method, parameter);
    return typed !== undefined && isService(tracer, typed) ? typed : input;
  });
}

/** The schema from which the class of a parameter was made: `class Input extends createToolParameters(schema)`. */
export function givenSchema(tracer: Tracer, method: FunctionValue): Value | undefined {
  for (const parameter of method.fn.parameters) {
    const typed = typeOf(tracer, method, parameter);
    const base = typed?.kind === 'instance' ? externalBase(tracer, typed.cls) : undefined;
    if (base?.call !== undefined) return base.args?.[0];
  }
  return undefined;
}

function typeOf(tracer: Tracer, method: FunctionValue, { type }: Parameter): Value | undefined {
  return type === undefined ? undefined : typedValue(tracer, type, method.env);
}

function isService(tracer: Tracer, typed: Value): boolean {
  if (typed.kind === 'external') return !schemaLibraries.has(typed.library);
  if (typed.kind !== 'instance') return false;
  // A class that a call made from a schema describes data.
  return externalBase(tracer, typed.cls)?.call === undefined;
}

/** What a project's own loop hands to a handler: the model's arguments, and things that only their types describe. */
import type { FunctionNode, Parameter, TypeNode } from '../../syntax/ir.js';
import type { Env } from '../../trace/env.js';
import type { Tracer } from '../../trace/tracer.js';
import { typedMember, typedValue } from '../../trace/types.js';
import { unknown, type FunctionValue, type Value } from '../../trace/value.js';

/** A written type, with where its names mean something. */
export interface Typed {
  readonly node: TypeNode;
  readonly env: Env;
}

const inputNames =
  /^_?(?:tool|raw|parsed|validated|call|request|user)?_?(?:args?|arguments|params?|parameters|inputs?|payload|body|query|values|data|opts?|options)$/i;

/** Arguments for a handler; `types`: what is written of the object that holds it under one of `fields`. */
export function ownArguments(
  tracer: Tracer,
  callee: FunctionValue,
  input: Value,
  types: readonly Typed[],
  fields: readonly string[],
): readonly Value[] {
  const { parameters } = callee.fn;
  const expected = expectedType(tracer, types, fields);
  const taken = inputIndex(callee.fn, expected);
  return parameters.map((parameter, index) => (index === taken ? input : typedParameter(tracer, callee, parameter, index, expected)));
}

/** The function type that the holder's type gives the member. */
function expectedType(tracer: Tracer, types: readonly Typed[], fields: readonly string[]): Typed | undefined {
  for (const { node, env } of types) {
    for (const field of fields) {
      const member = typedMember(tracer, node, env, field);
      if (member?.kind === 'unknown' && member.type?.node.kind === 'function') return member.type;
    }
  }
  return undefined;
}

function inputIndex(fn: FunctionNode, expected: Typed | undefined): number {
  const named = fn.parameters.findIndex(
    (parameter, i) => inputNames.test(nameOf(parameter) ?? '') || inputNames.test(expectedParameter(expected, i)?.name ?? ''),
  );
  if (named >= 0) return named;
  // The first one, unless it is plainly something else.
  return fn.parameters.findIndex((parameter) => !otherNames.test(nameOf(parameter) ?? '') && parameter.type?.kind !== 'reference');
}

const otherNames =
  /^_?(?:context|ctx|clients?|deps|dependencies|server|extra|signal|session|env|config|settings|services?|api|sdk|db|logger|tab|page|browser)$/i;

function nameOf(parameter: Parameter): string | undefined {
  return parameter.name ?? (parameter.bindings.length === 1 ? parameter.bindings[0]?.name : undefined);
}

function expectedParameter(expected: Typed | undefined, index: number) {
  return expected?.node.kind === 'function' ? expected.node.parameters?.[index] : undefined;
}

function typedParameter(tracer: Tracer, callee: FunctionValue, parameter: Parameter, index: number, expected: Typed | undefined): Value {
  if (parameter.type !== undefined) return typedValue(tracer, parameter.type, callee.env);
  const type = expectedParameter(expected, index)?.type;
  return type === undefined || expected === undefined ? unknown('what the project passes') : typedValue(tracer, type, expected.env);
}

/** What a project's own loop hands to a handler: the model's arguments, and things that only their types describe. */
import type { FunctionNode, Parameter, TypeNode } from '../../syntax/ir.js';
import type { Env } from '../../trace/env.js';
import { memberOf } from '../../trace/members.js';
import type { Tracer } from '../../trace/tracer.js';
import { memberNames, typedMember, typedValue } from '../../trace/types.js';
import { optionsOf, record, unknown, type FunctionValue, type Value } from '../../trace/value.js';

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
  return parameters.map((parameter, index) => {
    if (index !== taken) return typedParameter(tracer, callee, parameter, index, expected);
    const type = typeOf(parameter, callee, index, expected);
    return type === undefined ? input : (withThings(tracer, type, input) ?? input);
  });
}

/**
 * `{ args, client }: Call`: an object with the model's arguments and with things that the project hands over beside them. No model
 * passes a client or a function.
 */
function withThings(tracer: Tracer, { node, env }: Typed, input: Value): Value | undefined {
  const members = [...new Set(memberNames(tracer, node, env))].map(
    (name) => [name, typedMember(tracer, node, env, name) ?? unknown('what the project passes')] as const,
  );
  if (!members.some(([, value]) => isThing(value))) return undefined;
  const values = members.map(([name, value]) => [
    name,
    isThing(value) ? value : inputNames.test(name) ? input : memberOf(tracer, input, name),
  ]);
  return { ...record(Object.fromEntries(values), true), others: [input] };
}

/** A client, a function, or an object that has functions. */
function isThing(value: Value): boolean {
  return optionsOf(value).some((option) => {
    if (option.kind !== 'unknown') return option.kind === 'instance' || option.kind === 'external' || option.kind === 'function';
    const node = option.type?.node;
    return node?.kind === 'function' || (node?.kind === 'members' && node.members.some(({ type }) => type?.kind === 'function'));
  });
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
  const type = typeOf(parameter, callee, index, expected);
  return type === undefined ? unknown('what the project passes') : typedValue(tracer, type.node, type.env);
}

/** What is written of a parameter, at it or in the type of what holds the function. */
function typeOf(parameter: Parameter, callee: FunctionValue, index: number, expected: Typed | undefined): Typed | undefined {
  if (parameter.type !== undefined) return { node: parameter.type, env: callee.env };
  const type = expectedParameter(expected, index)?.type;
  return type === undefined || expected === undefined ? undefined : { node: type, env: expected.env };
}

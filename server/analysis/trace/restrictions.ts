/** Tests on text of the model that stand between it and what runs it. */
import type { Evidence } from '../../../rules/kit/index.js';
import type { Expression } from '../syntax/ir.js';
import type { Env } from './env.js';
import { eachExpression } from './parts.js';
import { somePart } from './some-part.js';
import type { Tracer } from './tracer.js';
import type { Value } from './value.js';

export interface Restriction {
  readonly inputs: ReadonlySet<string>;
  readonly evidence: Evidence;
}

/** A test that calls something with text of the model: a pattern, a list of what is allowed. A test for presence is none. */
export function restrictionOf(tracer: Tracer, test: Expression, env: Env): Restriction | undefined {
  let calls = false;
  eachExpression(test, (part) => (calls ||= part.kind === 'call'));
  if (!calls) return undefined;
  const inputs = inputsOf(tracer.evaluate(test, env));
  return inputs.size === 0 ? undefined : { inputs, evidence: { ...tracer.place(test.span, env), label: 'the text is checked first' } };
}

/** The restriction that this value passed. */
export function restrictionFor(value: Value, restrictions: readonly Restriction[]): Evidence | undefined {
  if (restrictions.length === 0) return undefined;
  const inputs = inputsOf(value);
  return restrictions.find((restriction) => [...inputs].some((input) => restriction.inputs.has(input)))?.evidence;
}

function inputsOf(value: Value): ReadonlySet<string> {
  const inputs = new Set<string>();
  somePart(value, (part) => {
    if (part.kind === 'input' && part.role === 'input') inputs.add(part.path);
    return false;
  });
  return inputs;
}

/** Tests on text of the model that stand between it and what runs it. */
import type { Evidence } from '../../../rules/kit/index.js';
import type { Expression } from '../syntax/ir.js';
import type { Env } from './env.js';
import { eachExpression } from './parts.js';
import type { Tracer } from './tracer.js';
import { textHoles, type Value } from './value.js';

export interface Restriction {
  readonly inputs: ReadonlySet<string>;
  readonly evidence: Evidence;
}

/** A test that calls something with text of the model: a pattern, a list of what is allowed. A test for presence is none. */
export function restrictionOf(tracer: Tracer, test: Expression, env: Env): Restriction | undefined {
  let calls = false;
  eachExpression(test, (part) => (calls ||= part.kind === 'call'));
  if (!calls) return undefined;
  const inputs = new Set<string>();
  collect(tracer.evaluate(test, env), inputs, 0);
  return inputs.size === 0 ? undefined : { inputs, evidence: { ...tracer.place(test.span, env), label: 'the text is checked first' } };
}

/** The restriction that this value passed. */
export function restrictionFor(value: Value, restrictions: readonly Restriction[]): Evidence | undefined {
  if (restrictions.length === 0) return undefined;
  const inputs = new Set<string>();
  collect(value, inputs, 0);
  return restrictions.find((restriction) => [...inputs].some((input) => restriction.inputs.has(input)))?.evidence;
}

function collect(value: Value, into: Set<string>, depth: number): void {
  if (depth > 10) return;
  switch (value.kind) {
    case 'input':
      if (value.role === 'input') into.add(value.path);
      return;
    case 'text':
      for (const hole of textHoles(value)) collect(hole, into, depth + 1);
      return;
    case 'union':
      for (const option of value.options) collect(option, into, depth + 1);
      return;
    case 'derived':
      for (const part of value.from) collect(part, into, depth + 1);
      return;
    case 'array':
      for (const item of value.items) collect(item, into, depth + 1);
  }
}

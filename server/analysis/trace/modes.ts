import type { Effect } from '../../../rules/kit/index.js';
import type { Expression } from '../syntax/ir.js';
import type { Env } from './env.js';
import type { Tracer } from './tracer.js';

export type Mode = NonNullable<Effect['mode']>;

/** The parameter of the tool, and its values, under which one side of a test runs; `undefined` when it is no such test. */
export function modeOf(tracer: Tracer, test: Expression, side: boolean | readonly Expression[], env: Env): Mode | undefined {
  if (typeof side !== 'boolean') {
    const parameter = parameterOf(tracer, test, env);
    const values = side.map((label) => tracer.evaluate(label, env)).flatMap((label) => (label.kind === 'constant' ? [label.value] : []));
    return parameter === undefined || values.length === 0
      ? undefined
      : { parameter, values: values.filter((value) => value !== undefined && value !== null) };
  }
  if (test.kind === 'unary' && test.operator === '!') return modeOf(tracer, test.operand, !side, env);
  if (test.kind === 'binary' && (test.operator === '===' || test.operator === '==' || test.operator === '!==' || test.operator === '!=')) {
    const positive = test.operator.startsWith('=') === side;
    for (const [a, b] of [
      [test.left, test.right],
      [test.right, test.left],
    ] as const) {
      const parameter = parameterOf(tracer, a, env);
      const value = parameter === undefined ? undefined : tracer.evaluate(b, env);
      if (parameter !== undefined && positive && value?.kind === 'constant' && value.value !== undefined && value.value !== null)
        return { parameter, values: [value.value] };
    }
    return undefined;
  }
  const parameter = parameterOf(tracer, test, env);
  return parameter === undefined ? undefined : { parameter, values: [side] };
}

function parameterOf(tracer: Tracer, expression: Expression, env: Env): string | undefined {
  if (expression.kind !== 'name' && expression.kind !== 'member') return undefined;
  const value = tracer.evaluate(expression, env);
  const input = value.kind === 'union' ? value.options.find((option) => option.kind === 'input') : value;
  return input?.kind === 'input' && input.role === 'input' && input.path !== '' && !input.path.includes('*') ? input.path : undefined;
}

/** Questions to a human that the model spares itself: asked only for what it did not pass. */
import type { Expression } from '../syntax/ir.js';
import type { Env } from './env.js';
import { fromModel } from './some-part.js';
import type { Tracer } from './tracer.js';

/** One side of the test is taken only when something is missing that the model may pass: `if (!project) project = await ask();`. */
export function whenMissing(tracer: Tracer, test: Expression, side: boolean, env: Env): boolean {
  if (test.kind === 'unary' && test.operator === '!') return whenMissing(tracer, test.operand, !side, env);
  if (test.kind === 'binary' && (test.operator === '&&' || test.operator === '||'))
    return side === (test.operator === '&&') && [test.left, test.right].some((part) => whenMissing(tracer, part, side, env));
  if (test.kind === 'binary' && /^[!=]==?$/.test(test.operator)) {
    const right = tracer.evaluate(test.right, env);
    const isNothing = right.kind === 'constant' && (right.value === undefined || right.value === null);
    return isNothing && side === test.operator.startsWith('=') && fromModel(tracer.evaluate(test.left, env));
  }
  return !side && (test.kind === 'name' || test.kind === 'member') && fromModel(tracer.evaluate(test, env));
}

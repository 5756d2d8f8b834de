/** Tests whether something has had its time, by the clock or by its name. */
import type { Expression } from '../syntax/ir.js';
import type { Env } from './env.js';
import { eachExpression } from './parts.js';
import { somePart } from './some-part.js';
import type { Tracer } from './tracer.js';

const expiring = /expir|lapse|stale|valid_?until|max_?age|(?:^|_)ttl(?:$|_)|[a-z]T(?:tl|TL)(?:$|[A-Z])/i;
const clock = /^(?:time|monotonic|(?:datetime\.|date\.)?(?:now|utcnow|today)|Date\.now|(?:new )?Date#?(?:\.getTime)?|\.getTime)(?:\(\))?$/;

/** The side of a test on which something has expired; `undefined` when it asks for something else. */
export function lapses(tracer: Tracer, test: Expression, env: Env): boolean | undefined {
  switch (test.kind) {
    case 'unary': {
      if (test.operator === 'await') return lapses(tracer, test.operand, env);
      const inner = test.operator === '!' ? lapses(tracer, test.operand, env) : undefined;
      return inner === undefined ? undefined : !inner;
    }
    case 'binary': {
      if (test.operator === '&&') return [test.left, test.right].some((side) => lapses(tracer, side, env) === true) ? true : undefined;
      if (!/^[<>]=?$/.test(test.operator) || !isNamed(test)) return undefined;
      const [left, right] = [test.left, test.right].map((side) => tellsTime(tracer, side, env));
      if (left === right) return undefined;
      // The clock has gone past it.
      return left === test.operator.startsWith('>');
    }
    case 'call':
    case 'member':
    case 'name':
      return expiring.test(lastName(test)) ? true : undefined;
    default:
      return undefined;
  }
}

function tellsTime(tracer: Tracer, expression: Expression, env: Env): boolean {
  return somePart(tracer.evaluate(expression, env), (part) => part.kind === 'derived' && clock.test(part.operation));
}

function isNamed(test: Expression): boolean {
  let found = false;
  eachExpression(
    test,
    (part) => (found ||= expiring.test(lastName(part)) || (part.kind === 'literal' && expiring.test(String(part.value)))),
  );
  return found;
}

/** `token.is_expired()`, `entry['expires_at']` */
function lastName(expression: Expression): string {
  if (expression.kind === 'call') return lastName(expression.callee);
  if (expression.kind === 'member') return typeof expression.property === 'string' ? expression.property : '';
  return expression.kind === 'name' ? expression.name : '';
}

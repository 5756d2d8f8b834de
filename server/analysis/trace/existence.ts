/** Tests whether something is there already, by an answer that was read. */
import type { Expression } from '../syntax/ir.js';
import type { Env } from './env.js';
import { somePart } from './some-part.js';
import type { Tracer } from './tracer.js';
import type { Value } from './value.js';

/** `true`: the test holds when it is there; `false`: when it is not; `undefined`: it is no such test. */
export function testsExistence(tracer: Tracer, test: Expression, env: Env): boolean | undefined {
  const positive = polarity(test);
  return positive !== undefined && restsOnRead(tracer.evaluate(subjectOf(test), env)) ? positive : undefined;
}

const absent = new Set<unknown>([null, undefined, 0, false, -1, '']);

function polarity(test: Expression): boolean | undefined {
  switch (test.kind) {
    case 'unary':
      if (test.operator === '!') return inverted(polarity(test.operand));
      return test.operator === 'await' ? polarity(test.operand) : undefined;
    case 'binary': {
      const compared = isAbsent(test.right);
      if (!compared) return undefined;
      if (test.operator === '===' || test.operator === '==') return inverted(polarity(test.left));
      return test.operator === '!==' || test.operator === '!=' || test.operator === '>' ? polarity(test.left) : undefined;
    }
    case 'name':
    case 'member':
    case 'call':
      return true;
    default:
      return undefined;
  }
}

function isAbsent(expression: Expression): boolean {
  if (expression.kind === 'literal') return absent.has(expression.value);
  if (expression.kind === 'unary' && expression.operator === '-')
    return expression.operand.kind === 'literal' && expression.operand.value === 1;
  return expression.kind === 'name' && expression.name === 'undefined';
}

function inverted(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

function subjectOf(test: Expression): Expression {
  if (test.kind === 'unary') return subjectOf(test.operand);
  return test.kind === 'binary' ? subjectOf(test.left) : test;
}

function restsOnRead(value: Value): boolean {
  return somePart(value, (part) => part.kind === 'derived' && part.read !== undefined);
}

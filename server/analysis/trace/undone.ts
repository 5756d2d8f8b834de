/** Failures which prove that nothing was done, so that trying again does nothing twice. */
import type { Expression, FunctionNode, Statement } from '../syntax/ir.js';
import { eachInBody } from './parts.js';

const nothingDone =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|423|429|LOCKED|rate[_ -]?limit\w*|TOO_MANY_REQUESTS|TooManyRequests\w*|ThrottlingException)$/i;

/** A test on failures, given to a retry, which lets through only those that prove that nothing was done. */
export function retriesOnlyUndone(test: FunctionNode): boolean {
  const codes: string[] = [];
  eachInBody(test.body, (part) => {
    if (part.kind === 'literal' && (typeof part.value === 'string' || typeof part.value === 'number')) codes.push(String(part.value));
  });
  return codes.length > 0 && codes.every((code) => nothingDone.test(code));
}

/** `if (e.status === 429) { await wait(); } else { throw e; }`: what a handler goes on after proves that nothing was done. */
export function goesOnOnlyUndone(body: readonly Statement[], leaves: (body: readonly Statement[]) => boolean): boolean {
  for (const [i, statement] of body.entries()) {
    if (statement.kind === 'throw' || statement.kind === 'return' || statement.kind === 'break') return true;
    if (statement.kind !== 'if') continue;
    const { test, then, otherwise } = statement;
    const about = refusal(test);
    const rest = [...otherwise, ...body.slice(i + 1)];
    if (about === 'other' && leaves(then)) return true;
    if (about === 'refused' || (otherwise.length > 0 && leaves(then))) return goesOnOnlyUndone(rest, leaves);
  }
  return false;
}

/** Whether a test passes only for failures that prove it, or only for others. */
export function refusal(test: Expression): 'refused' | 'other' | undefined {
  if (test.kind === 'unary' && test.operator === '!') {
    const inner = refusal(test.operand);
    return inner === 'refused' ? 'other' : inner === 'other' ? 'refused' : undefined;
  }
  // `const isBusy = error.message.includes('429')`
  if (test.kind === 'name' && test.binding?.source?.kind === 'value' && test.binding.writes.length === 0)
    return refusal(test.binding.source.value);
  if (test.kind === 'call' && test.callee.kind === 'member' && test.callee.property === 'includes') {
    const said = test.args.flatMap(({ value }) => codesIn(value));
    return said.length > 0 && said.every((code) => nothingDone.test(code)) ? 'refused' : undefined;
  }
  if (test.kind !== 'binary') return undefined;
  const { operator, left, right } = test;
  const both = (): readonly (string | undefined)[] => [refusal(left), refusal(right)];
  if (operator === '&&') return both().includes('refused') ? 'refused' : undefined;
  if (operator === '||') return both().every((side) => side === 'refused') ? 'refused' : undefined;
  if (!/^(?:[!=]==?|in)$/.test(operator)) return undefined;
  const codes = [left, right].flatMap(codesIn);
  if (codes.length === 0 || !codes.every((code) => nothingDone.test(code))) return undefined;
  return operator.startsWith('!') ? 'other' : 'refused';
}

function codesIn(expression: Expression): readonly string[] {
  if (expression.kind === 'array') return expression.items.flatMap(({ value }) => codesIn(value));
  if (expression.kind === 'literal') return [String(expression.value)];
  if (expression.kind !== 'member' || typeof expression.property !== 'string') return [];
  return /^[A-Z][A-Z\d_]+$/.test(expression.property) ? [expression.property] : [];
}

import type { Expression } from './ir.js';

/** The last word of `a.b.c` or `c`; `undefined` for everything else, calls included. */
export function lastName(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.name;
  return expression.kind === 'member' && typeof expression.property === 'string' ? expression.property : undefined;
}

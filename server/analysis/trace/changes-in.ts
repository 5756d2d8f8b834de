/** What a function itself changes, and where in it: on which sides of its tests, and whether only after a failure. */
import type { AssignExpression, CallExpression, Expression, FunctionNode, Statement, UnaryExpression } from '../syntax/ir.js';
import { eachExpression } from './parts.js';

export type Changing = AssignExpression | CallExpression | UnaryExpression;

export interface Change {
  readonly part: Changing;
  /** Sides of tests, loops and cases around it, outside in. */
  readonly path: readonly (readonly Statement[])[];
  /** It is done only to leave early, or after something failed. */
  readonly failing: boolean;
}

export interface Test {
  readonly test: Expression;
  readonly then: readonly Statement[];
  readonly otherwise: readonly Statement[];
  readonly path: Change['path'];
}

export interface Changes {
  readonly changes: readonly Change[];
  readonly tests: ReadonlyMap<Expression, Test>;
}

const known = new WeakMap<readonly Statement[], Changes>();

/** Assignments, calls and tests of a function, those of inner functions left out. */
export function changesIn({ body }: FunctionNode): Changes {
  let found = known.get(body);
  if (found === undefined) known.set(body, (found = collect(body)));
  return found;
}

/** More than this is no short way out. */
const maxLeaving = 4;

function collect(all: readonly Statement[]): Changes {
  const changes: Change[] = [];
  const tests = new Map<Expression, Test>();
  const look = (expression: Expression | undefined, path: Change['path'], failing: boolean): void => {
    if (expression === undefined) return;
    eachExpression(expression, (part) => {
      if (part.kind === 'assign' || part.kind === 'call' || part.kind === 'unary') changes.push({ part, path, failing });
    });
  };
  const walk = (body: readonly Statement[], path: Change['path'], failing: boolean): void => {
    for (const statement of body) {
      switch (statement.kind) {
        case 'declare':
        case 'expression':
        case 'return':
        case 'throw':
          look(statement.value, path, failing);
          break;
        case 'block':
          walk(statement.body, path, failing);
          break;
        case 'if': {
          const { test, then, otherwise } = statement;
          tests.set(test, { test, then, otherwise, path });
          look(test, path, failing);
          for (const side of [then, otherwise]) walk(side, [...path, side], failing || leaves(side));
          break;
        }
        case 'loop':
          for (const expression of [statement.iterable, statement.test, statement.update])
            look(expression, [...path, statement.body], failing);
          walk(statement.init, path, failing);
          walk(statement.body, [...path, statement.body], failing);
          break;
        case 'switch':
          look(statement.subject, path, failing);
          for (const item of statement.cases) walk(item.body, [...path, item.body], failing);
          break;
        case 'try':
          walk(statement.body, path, failing);
          for (const handler of statement.handlers) walk(handler.body, [...path, handler.body], true);
          walk(statement.finalizer, path, failing);
      }
    }
  };
  walk(all, [], false);
  return { changes, tests };
}

/** A short side that ends the function: what is wrong is said, and what was begun is taken back. */
function leaves(side: readonly Statement[]): boolean {
  const last = side.at(-1)?.kind;
  return side.length <= maxLeaving && (last === 'return' || last === 'throw');
}

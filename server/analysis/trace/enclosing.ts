/** What stands around a piece of code: the loops, and the call that a callback is written as an argument of. */
import type { CallExpression, Expression, FunctionNode, LoopStatement, Module, Owner, Statement } from '../syntax/ir.js';
import { eachExpression, eachInBody } from './parts.js';

/** The code that a function stands in, without the loops between; nothing for a member of a class. */
export function outerFunction(fn: FunctionNode): FunctionNode | Module | undefined {
  const at = withoutLoops(fn.outer);
  return at.kind === 'class' ? undefined : at;
}

/** What a loop, or a loop in a loop, stands in; anything else is itself. */
export function withoutLoops(owner: Owner): Exclude<Owner, LoopStatement> {
  let at = owner;
  while (at.kind === 'loop') at = at.outer;
  return at;
}

const callbackIndex = new WeakMap<readonly Statement[], Map<FunctionNode, CallExpression>>();

const callbacksOf = new WeakMap<Statement, ReadonlyMap<FunctionNode, CallExpression>>();

/** Functions that are written as an argument, with the call that they are given to. */
function callbacksIn(body: readonly Statement[]): ReadonlyMap<FunctionNode, CallExpression> {
  let index = callbackIndex.get(body);
  if (index === undefined) {
    const found = new Map<FunctionNode, CallExpression>();
    eachInBody(
      body,
      (part) => {
        if (part.kind !== 'call') return;
        for (const { value } of part.args) if (value.kind === 'function') found.set(value, part);
      },
      false,
    );
    callbackIndex.set(body, (index = found));
  }
  return index;
}

/** The call that a function is written as an argument of. */
export function callOf(fn: FunctionNode): CallExpression | undefined {
  const around = outerFunction(fn);
  if (around?.kind === 'function') return callbacksIn(around.body).get(fn);
  for (const statement of around?.body ?? []) {
    const call = callbacksAt(statement).get(fn);
    if (call !== undefined) return call;
  }
  return undefined;
}

/** Of a statement of a module: an edit makes one of them another one. */
function callbacksAt(statement: Statement): ReadonlyMap<FunctionNode, CallExpression> {
  let known = callbacksOf.get(statement);
  if (known === undefined) callbacksOf.set(statement, (known = callbacksIn([statement])));
  return known;
}

const loopIndex = new WeakMap<readonly Statement[], Map<Expression, readonly LoopStatement[]>>();

/** The loops of a body around one of its parts, from the outermost in. */
export function loopsAround(within: FunctionNode | Module, part: Expression): readonly LoopStatement[] {
  let index = loopIndex.get(within.body);
  if (index === undefined) {
    index = new Map();
    indexLoops(within.body, [], index);
    loopIndex.set(within.body, index);
  }
  return index.get(part) ?? [];
}

function indexLoops(body: readonly Statement[], path: readonly LoopStatement[], index: Map<Expression, readonly LoopStatement[]>): void {
  for (const statement of body) {
    const inner = statement.kind === 'loop' ? [...path, statement] : path;
    switch (statement.kind) {
      case 'loop':
        indexLoops([...statement.init, ...statement.body], inner, index);
        break;
      case 'if':
        indexLoops([...statement.then, ...statement.otherwise], path, index);
        break;
      case 'block':
        indexLoops(statement.body, path, index);
        break;
      case 'switch':
        for (const item of statement.cases) indexLoops(item.body, path, index);
        break;
      case 'try':
        indexLoops([...statement.body, ...statement.handlers.flatMap((handler) => handler.body), ...statement.finalizer], path, index);
        break;
      case 'declare':
      case 'expression':
        if (path.length > 0 && statement.value !== undefined) {
          eachExpression(statement.value, (part) => {
            if (part.kind === 'call') index.set(part, path);
            else if (part.kind === 'assign') index.set(part.value, path);
          });
        }
        break;
    }
  }
}

/** Which functions stand around a place. */
import type { Span } from '../../../rules/kit/index.js';
import type { FunctionNode, Module } from '../syntax/ir.js';
import { walkModule } from './walk.js';

const known = new WeakMap<Module, readonly FunctionNode[]>();

/** All functions of a module; remembered as long as the module is. */
function functionsOf(module: Module): readonly FunctionNode[] {
  let functions = known.get(module);
  if (functions === undefined) {
    const found: FunctionNode[] = [];
    walkModule(module, (node) => {
      if (node.kind === 'function') found.push(node);
      return true;
    });
    known.set(module, (functions = found));
  }
  return functions;
}

/** The functions around a place, in no order. */
export function functionsAround(module: Module, { start, end }: Span): readonly FunctionNode[] {
  return functionsOf(module).filter(({ span, whole = span }) => whole.start <= start && end <= whole.end);
}

/** The innermost function that a place is, or stands in. */
export function functionAt(module: Module, span: Span): FunctionNode | undefined {
  return functionsAround(module, span).reduce<FunctionNode | undefined>(
    (best, one) => (best === undefined || one.span.end - one.span.start < best.span.end - best.span.start ? one : best),
    undefined,
  );
}

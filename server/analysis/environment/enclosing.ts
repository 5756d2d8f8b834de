/** Which functions stand around a place. */
import type { Span } from '../../../rules/kit/index.js';
import type { FunctionNode, Module } from '../syntax/ir.js';
import { walkModule } from './walk.js';

export interface Enclosing {
  /** The functions around a place, in no order. */
  around(module: Module, span: Span): readonly FunctionNode[];
  /** The innermost function that a place is, or stands in. */
  at(module: Module, span: Span): FunctionNode | undefined;
}

/** Walks each module once, when it is first asked about. Modules change in place, so it serves one analysis only. */
export function createEnclosing(): Enclosing {
  const known = new Map<Module, readonly FunctionNode[]>();
  const functionsOf = (module: Module): readonly FunctionNode[] => {
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
  };
  const around: Enclosing['around'] = (module, { start, end }) =>
    functionsOf(module).filter(({ span, whole = span }) => whole.start <= start && end <= whole.end);
  return {
    around,
    at: (module, span) =>
      around(module, span).reduce<FunctionNode | undefined>(
        (best, one) => (best === undefined || one.span.end - one.span.start < best.span.end - best.span.start ? one : best),
        undefined,
      ),
  };
}

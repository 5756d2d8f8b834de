import type { Expression, Statement } from './ir.js';

/** Direct sub-expressions of an expression, in source order; the bodies of functions and classes are not among them. */
export function partsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'template':
      return node.tag === undefined ? node.holes : [node.tag, ...node.holes];
    case 'member':
      return typeof node.property === 'string' ? [node.object] : [node.object, node.property];
    case 'call':
      return [node.callee, ...node.args.map((argument) => argument.value)];
    case 'object':
      return node.entries.flatMap((entry) =>
        entry.kind === 'spread' || typeof entry.key === 'string' ? [entry.value] : [entry.key, entry.value],
      );
    case 'array':
      return node.items.map((item) => item.value);
    case 'binary':
      return [node.left, node.right];
    case 'conditional':
      return [node.test, node.whenTrue, node.whenFalse];
    case 'unary':
      return [node.operand];
    case 'assign':
      return [node.target, node.value];
    case 'sequence':
      return node.items;
    case 'opaque':
      return node.children;
    case 'function':
      return [...node.decorators, ...node.parameters.flatMap((parameter) => parameter.fallback ?? [])];
    case 'class':
      return node.base === undefined ? node.decorators : [...node.decorators, node.base];
    case 'literal':
    case 'name':
    case 'this':
    case 'super':
      return [];
  }
}

/** Expressions that stand in a statement itself, and the lists of statements inside it. */
export function contentsOf(statement: Statement): {
  readonly values: readonly Expression[];
  readonly bodies: readonly (readonly Statement[])[];
} {
  switch (statement.kind) {
    case 'declare':
    case 'expression':
    case 'return':
    case 'throw':
      return { values: statement.value === undefined ? [] : [statement.value], bodies: [] };
    case 'if':
      return { values: [statement.test], bodies: [statement.then, statement.otherwise] };
    case 'loop': {
      const values = [statement.iterable, statement.test, statement.update].filter((value) => value !== undefined);
      return { values, bodies: [statement.init, statement.body] };
    }
    case 'switch':
      return {
        values: [statement.subject, ...statement.cases.flatMap((one) => one.tests)],
        bodies: statement.cases.map((one) => one.body),
      };
    case 'try':
      return {
        values: statement.handlers.flatMap((handler) => handler.types),
        bodies: [statement.body, ...statement.handlers.map((handler) => handler.body), statement.finalizer],
      };
    case 'block':
      return { values: [], bodies: [statement.body] };
    case 'function':
      return { values: [statement.fn], bodies: [] };
    case 'class':
      return { values: [statement.cls], bodies: [] };
    case 'break':
    case 'continue':
      return { values: [], bodies: [] };
  }
}

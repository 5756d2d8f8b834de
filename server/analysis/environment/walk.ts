/** Visits every expression of a module with the name that its value gets. */
import type { Binding, CallExpression, Export, Expression, FunctionNode, Module, ObjectExpression, Statement } from '../syntax/ir.js';
import { pythonRead } from './python-reads.js';
import { lastName } from '../syntax/last-name.js';

export interface Seat {
  /** Variable, property, parameter or called function that takes the value. */
  readonly name: string | undefined;
  /** The variable, when the value is all of it. */
  readonly binding?: Binding;
  /** The call whose arguments hold the expression, with nothing but objects and lists between. */
  readonly call?: CallExpression;
  readonly object?: ObjectExpression;
  /** It takes the place of the environment variable of that name. */
  readonly standsIn?: boolean;
}

/** Answers whether the parts of an expression are to be visited too. */
export type Visit = (expression: Expression, seat: Seat) => boolean;

type Task = { readonly expression: Expression; readonly seat: Seat } | { readonly statements: readonly Statement[] };

const nowhere: Seat = { name: undefined };

/** An expression, and where the list goes on behind all that is in it. */
interface Visited {
  readonly expression: Expression;
  readonly seat: Seat;
  end: number;
}

/** What is visited as one: what the module exports, a statement of it, or the inside of a function, each without the inside of its functions. */
export type Passage = readonly Export[] | Statement | FunctionNode;

/** All that is asked of a file is asked one after the other, and an edit gives a module another body. */
let last: { readonly body: readonly Statement[]; readonly lists: Map<Passage, readonly Visited[]> } | undefined;

/** Shows `visit` every expression of a module, those that hold others first, with the name that its value gets. */
export function walkModule(module: Module, visit: Visit): void {
  walkPassages(module, (passage, exported) => walkPassage(module, passage, exported, visit));
}

/**
 * Walks a module passage by passage, what it exports first. An explicit stack: code of machines nests deeper than calls may.
 *
 * @param walk visits a passage, see {@link walkPassage}, and answers the functions whose insides come next
 */
export function walkPassages(module: Module, walk: (passage: Passage, exported: ReadonlySet<Expression>) => readonly FunctionNode[]): void {
  const exported = exportedBy(module.exports);
  const stack: Passage[] = [...module.body.toReversed(), module.exports];
  for (let passage = stack.pop(); passage !== undefined; passage = stack.pop()) stack.push(...walk(passage, exported));
}

const nothing: ReadonlySet<Expression> = new Set();
const values = new WeakMap<readonly Export[], ReadonlySet<Expression>>();

/** The values that a module exports as such: the same set as long as it exports the same. */
function exportedBy(exports: readonly Export[]): ReadonlySet<Expression> {
  if (!exports.some((one) => 'value' in one)) return nothing;
  let exported = values.get(exports);
  if (exported === undefined) values.set(exports, (exported = new Set(exports.flatMap((one) => ('value' in one ? [one.value] : [])))));
  return exported;
}

/**
 * Visits the expressions of one passage.
 *
 * @param exported what is visited where it is exported, and nowhere else
 */
export function walkPassage(module: Module, passage: Passage, exported: ReadonlySet<Expression>, visit: Visit): readonly FunctionNode[] {
  if (last?.body !== module.body) last = { body: module.body, lists: new Map() };
  let list = last.lists.get(passage);
  if (list === undefined) last.lists.set(passage, (list = listed(passage)));
  const functions: FunctionNode[] = [];
  for (let i = 0; i < list.length;) {
    const { expression, seat, end } = list[i]!;
    const isElsewhere = exported.size > 0 && passage !== module.exports && exported.has(expression);
    const goesOn = !isElsewhere && visit(expression, seat);
    if (goesOn && expression.kind === 'function') functions.push(expression);
    i = goesOn ? i + 1 : end;
  }
  return functions;
}

/** In the order of the visits. */
function listed(passage: Passage): readonly Visited[] {
  const list: Visited[] = [];
  const open: { readonly visited: Visited; readonly depth: number }[] = [];
  const stack: Task[] = [];
  const seen = new Set<Expression>();
  const push = (expression: Expression | undefined, seat: Seat = nowhere): void => {
    if (expression !== undefined) stack.push({ expression, seat });
  };
  const bindings = (list: readonly Binding[]): void => {
    for (const binding of list) {
      const { source } = binding;
      if (source?.kind === 'value' || source?.kind === 'parameter') push(source.fallback, { name: binding.name, binding });
    }
  };
  const statement = (node: Statement): void => {
    switch (node.kind) {
      case 'declare': {
        const [first] = node.bindings;
        const whole = node.bindings.length === 1 && first?.source?.kind === 'value' && first.source.path.length === 0 ? first : undefined;
        push(node.value, whole === undefined ? nowhere : { name: whole.name, binding: whole });
        bindings(node.bindings);
        break;
      }
      case 'expression':
      case 'return':
      case 'throw':
        push(node.value);
        break;
      case 'if':
        push(node.test);
        stack.push({ statements: node.then }, { statements: node.otherwise });
        break;
      case 'loop':
        push(node.iterable);
        push(node.test);
        push(node.update);
        stack.push({ statements: node.init }, { statements: node.body });
        break;
      case 'switch':
        push(node.subject);
        for (const one of node.cases) {
          for (const test of one.tests) push(test);
          stack.push({ statements: one.body });
        }
        break;
      case 'try':
        stack.push(
          { statements: node.body },
          { statements: node.finalizer },
          ...node.handlers.map((handler) => ({ statements: handler.body })),
        );
        break;
      case 'block':
        stack.push({ statements: node.body });
        break;
      case 'function':
        push(node.fn);
        break;
      case 'class':
        push(node.cls);
        break;
      case 'break':
      case 'continue':
        break;
    }
  };
  const inside = (fn: FunctionNode): void => {
    for (const decorator of fn.decorators) push(decorator);
    for (const parameter of fn.parameters) {
      push(parameter.fallback, { name: parameter.name });
      bindings(parameter.bindings);
    }
    stack.push({ statements: fn.body });
  };

  if (isExports(passage)) {
    for (const one of passage) if ('value' in one) push(one.value, { name: one.name });
  } else if ('parameters' in passage) inside(passage);
  else statement(passage);
  const close = (depth: number): void => {
    while ((open.at(-1)?.depth ?? -1) > depth) open.pop()!.visited.end = list.length;
  };
  for (let task = stack.pop(); task !== undefined; task = stack.pop()) {
    close(stack.length);
    if ('statements' in task) {
      task.statements.forEach(statement);
      continue;
    }
    const { expression, seat } = task;
    if (seen.has(expression)) continue;
    seen.add(expression);
    const visited = { expression, seat, end: 0 };
    list.push(visited);
    open.push({ visited, depth: stack.length });
    if (expression.kind !== 'function') parts(expression, seat, push);
  }
  close(-1);
  return list;
}

function isExports(passage: Passage): passage is readonly Export[] {
  return Array.isArray(passage);
}

function parts(node: Exclude<Expression, FunctionNode>, seat: Seat, push: (expression: Expression | undefined, seat?: Seat) => void): void {
  const held = { ...seat, binding: undefined };
  switch (node.kind) {
    case 'template':
      push(node.tag);
      for (const hole of node.holes) push(hole);
      break;
    case 'member':
      push(node.object);
      if (typeof node.property !== 'string') push(node.property);
      break;
    case 'call':
      push(node.callee);
      for (const { name, value } of node.args) {
        const read = pythonRead(node);
        if (read?.fallback === value) push(value, { name: read.variable, call: node, standsIn: true });
        else push(value, { name: name ?? lastName(node.callee), call: node });
      }
      break;
    case 'object':
      for (const entry of node.entries) {
        if (entry.kind === 'spread') push(entry.value, { name: undefined, call: seat.call });
        else {
          if (typeof entry.key !== 'string') push(entry.key);
          push(entry.value, { name: typeof entry.key === 'string' ? entry.key : undefined, call: seat.call, object: node });
        }
      }
      break;
    case 'array':
      for (const item of node.items) push(item.value, held);
      break;
    case 'class':
      push(node.base);
      for (const decorator of node.decorators) push(decorator);
      for (const member of node.members) push(member.value, { name: member.name });
      break;
    case 'binary':
      push(node.left, isChoice(node.operator) ? held : nowhere);
      push(node.right, isChoice(node.operator) ? held : nowhere);
      break;
    case 'conditional':
      push(node.test);
      push(node.whenTrue, held);
      push(node.whenFalse, held);
      break;
    case 'unary':
      push(node.operand, held);
      break;
    case 'assign':
      push(node.target);
      push(node.value, { name: lastName(node.target) });
      break;
    case 'sequence':
      for (const item of node.items) push(item);
      break;
    case 'opaque':
      for (const child of node.children) push(child);
      break;
    case 'literal':
    case 'name':
    case 'this':
    case 'super':
      break;
  }
}

function isChoice(operator: string): boolean {
  return operator === '??' || operator === '||' || operator === '&&';
}

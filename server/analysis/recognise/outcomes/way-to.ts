/** What stands around a call, from the statement of its module inwards. */
import type { Span } from '../../../../rules/kit/index.js';
import type { CallExpression, Expression, FunctionNode, Module, Statement } from '../../syntax/ir.js';
import { partsOf } from '../../trace/parts.js';

export type Node = Statement | Expression;

/** A call, what stands around it with the outermost first, and the innermost function among that. */
export interface CallSeat {
  readonly module: Module;
  readonly call: CallExpression;
  /** Ends with the call. */
  readonly way: readonly Node[];
  readonly fn: FunctionNode | undefined;
}

/** The call whose callee stands at a place; `undefined` when what happens there is written as no call. */
export function seatOf(module: Module, callee: Span): CallSeat | undefined {
  const way: Node[] = [];
  const isCall = (node: Node): boolean =>
    node.kind === 'call' && node.callee.span.start === callee.start && node.callee.span.end === callee.end;
  if (!descend(module.body, callee, isCall, way)) return undefined;
  return { module, call: way.at(-1) as CallExpression, way, fn: functionAround(way) };
}

/** What stands around an expression of a module, that expression last. */
export function wayTo(module: Module, expression: Expression): readonly Node[] | undefined {
  const way: Node[] = [];
  return descend(module.body, expression.span, (node) => node === expression, way) ? way : undefined;
}

/** The innermost function around the last node. */
export function functionAround(way: readonly Node[]): FunctionNode | undefined {
  return way.slice(0, -1).findLast((node) => node.kind === 'function' && 'parameters' in node) as FunctionNode | undefined;
}

function descend(nodes: readonly Node[], { start, end }: Span, isIt: (node: Node) => boolean, way: Node[]): boolean {
  for (const node of nodes) {
    // A decorator stands beside what it is put on.
    if (!isDecorator(node) && (outerStart(node) > start || node.span.end < end)) continue;
    way.push(node);
    if (isIt(node) || descend(inside(node), { start, end }, isIt, way)) return true;
    way.pop();
  }
  return false;
}

/** Decorators that stand on the innermost function around the last node. */
export function decoratorsAround(way: readonly Node[], fn: FunctionNode): readonly Expression[] {
  const at = way.indexOf(fn);
  const calls = way.slice(0, at).filter((node, index, all) => isDecorator(node) && all.slice(index).every(isDecorator));
  return [...fn.decorators, ...(calls as readonly CallExpression[]).map(({ callee }) => callee)];
}

function isDecorator(node: Node): boolean {
  return node.kind === 'call' && node.decorates === true;
}

/** Decorators of Python stand before what they are put on. */
function outerStart(node: Node): number {
  const fn = node.kind === 'function' && 'fn' in node ? node.fn : node;
  return Math.min(node.span.start, ('whole' in fn ? fn.whole?.start : undefined) ?? node.span.start);
}

/** Statements and expressions directly inside. */
function inside(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'declare':
    case 'expression':
    case 'return':
    case 'throw':
      return node.value === undefined ? [] : [node.value];
    case 'if':
      return [node.test, ...node.then, ...node.otherwise];
    case 'loop':
      return [...node.init, ...[node.iterable, node.test, node.update].filter((part) => part !== undefined), ...node.body];
    case 'switch':
      return [node.subject, ...node.cases.flatMap(({ tests, body }) => [...tests, ...body])];
    case 'try':
      return [...node.body, ...node.handlers.flatMap(({ body }) => body), ...node.finalizer];
    case 'block':
      return node.body;
    case 'function':
      return 'fn' in node ? [node.fn] : [...node.decorators, ...fallbacks(node), ...node.body];
    case 'class':
      return 'cls' in node ? [node.cls] : [...node.decorators, ...node.members.flatMap(({ value }) => value ?? [])];
    case 'break':
    case 'continue':
      return [];
    default:
      return partsOf(node);
  }
}

function fallbacks({ parameters }: FunctionNode): readonly Expression[] {
  return parameters.flatMap(({ fallback }) => fallback ?? []);
}

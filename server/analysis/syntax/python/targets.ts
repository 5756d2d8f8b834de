/** What an assignment gives its value to. */
import type { Binding, Expression, NameExpression, PathStep, Statement } from '../ir.js';
import type { Draft } from '../typescript/names.js';
import { recordAssignment } from '../typescript/patterns.js';
import type { Reader } from './reader.js';
import { partsOf, type Node } from './tree.js';

const lists: ReadonlySet<string> = new Set(['pattern_list', 'tuple_pattern', 'list_pattern', 'tuple', 'list', 'expression_list']);
const wrappers: ReadonlySet<string> = new Set(['parenthesized_expression', 'as_pattern_target']);

/** Calls `leaf` for each name or place of a target, with the way to its part of the value. */
export function eachTarget(node: Node, leaf: (node: Node, path: readonly PathStep[]) => void, path: readonly PathStep[] = []): void {
  if (lists.has(node.type)) {
    for (const [index, part] of partsOf(node).entries()) {
      const isRest = part.type === 'list_splat_pattern' || part.type === 'list_splat';
      const step = isRest ? { rest: Array.from({ length: index }, (_, i) => String(i)) } : index;
      eachTarget(isRest ? partsOf(part)[0]! : part, leaf, [...path, step]);
    }
  } else if (wrappers.has(node.type)) {
    for (const part of partsOf(node)) eachTarget(part, leaf, path);
  } else leaf(node, path);
}

/** `target = value`: a declaration of the names that get their first value here, and assignments. */
export function readAssignment(
  r: Reader,
  target: Node,
  value: Expression,
  span: { readonly start: number; readonly end: number },
  out: Statement[],
): void {
  const first: Binding[] = [];
  const others: Expression[] = [];
  eachTarget(target, (node, path) => {
    const known = node.type === 'identifier' ? r.name(node) : r.expression(node);
    const renewed =
      known.kind === 'name' && known.binding !== undefined && !isNew(r, known.binding) ? r.renew(known.name, node) : undefined;
    const named = renewed === undefined ? known : { ...(known as NameExpression), binding: renewed };
    if (named.kind === 'name' && named.binding !== undefined && isNew(r, named.binding)) {
      (named.binding as Draft<Binding>).source = { kind: 'value', value, path };
      first.push(named.binding);
      return;
    }
    recordAssignment(r, named, '=', value, path);
    others.push({ kind: 'assign', span: r.span(span), operator: '=', target: named, value: partOf(value, path) });
  });
  if (first.length > 0) out.push({ kind: 'declare', span: r.span(span), bindings: first, value });
  for (const other of others) out.push({ kind: 'expression', span: other.span, value: other });
}

/** It got no value yet, and this body is the one that makes it. */
function isNew(r: Reader, binding: Binding): boolean {
  if (binding.source !== undefined || binding.writes.length > 0) return false;
  if (binding.kind !== 'variable' && binding.kind !== 'const' && binding.kind !== 'loop') return false;
  let { owner } = binding;
  while (owner.kind === 'loop') owner = owner.outer;
  return owner === r.within || (owner.kind === 'class' && r.owner === owner);
}

/** The part of a value that a target gets. */
export function partOf(value: Expression, path: readonly PathStep[]): Expression {
  let at = value;
  for (const step of path) {
    if (typeof step === 'object') return { kind: 'opaque', span: value.span, children: [value] };
    const item = at.kind === 'array' && !at.items.some(({ spread }) => spread) ? at.items[Number(step)]?.value : undefined;
    at = item ?? { kind: 'member', span: value.span, object: at, property: String(step), propertySpan: value.span, optional: false };
  }
  return at;
}

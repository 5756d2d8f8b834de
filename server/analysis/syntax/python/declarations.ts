/** Names that a definition makes. */
import type { Binding, ClassNode, Expression } from '../ir.js';
import { recordAssignment } from '../typescript/patterns.js';
import type { Reader } from './reader.js';
import { fieldOf, type Node } from './tree.js';

/** `def f` gives a name its first value, or another one. */
export function giveFunction(r: Reader, node: Node, fn: Expression & { kind: 'function' }): Binding | undefined {
  const name = fieldOf(node, 'name');
  const binding = name === undefined ? undefined : (r.scope.names.get(r.textOf(name)) ?? r.lookup(r.textOf(name)));
  if (binding === undefined) return undefined;
  if (binding.source === undefined) binding.source = { kind: 'function', fn };
  else recordAssignment(r, { kind: 'name', span: fn.nameSpan ?? fn.span, name: binding.name, binding }, '=', fn, []);
  return binding;
}

/** The same for `class C`. */
export function giveClass(r: Reader, node: Node, cls: ClassNode): Binding | undefined {
  const name = fieldOf(node, 'name');
  const binding = name === undefined ? undefined : (r.scope.names.get(r.textOf(name)) ?? r.lookup(r.textOf(name)));
  if (binding === undefined) return undefined;
  if (binding.source === undefined) binding.source = { kind: 'class', cls };
  else recordAssignment(r, { kind: 'name', span: cls.nameSpan ?? cls.span, name: binding.name, binding }, '=', cls, []);
  return binding;
}

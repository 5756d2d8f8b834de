/** The classes that inherit from a class, as far as they were found. */
import type { ClassNode } from '../../syntax/ir.js';
import { withCell } from '../cells.js';
import { nextId, type ArrayValue } from '../value.js';

const heirs = new WeakMap<ClassNode, ArrayValue>();

/** What `__subclasses__()` of a class gives: whoever finds an heir puts it there. */
export function heirsOf(cls: ClassNode): ArrayValue {
  let found = heirs.get(cls);
  if (found === undefined) heirs.set(cls, (found = withCell({ kind: 'array', id: nextId(), items: [], node: cls })));
  return found;
}

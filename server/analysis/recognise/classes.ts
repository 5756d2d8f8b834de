/** What classes of a module inherit from, as it is written. */
import { plainName } from '../languages.js';
import type { ClassNode, Expression } from '../syntax/ir.js';
import { eachExpression } from '../trace/parts.js';

/** A method is decorated. */
export function isDecorated({ members }: ClassNode): boolean {
  return members.some(({ value }) => value?.kind === 'function' && value.decorators.length > 0);
}

/** What stands behind `extends`: names, and names under which something of a package was imported. */
export interface Bases {
  readonly names: readonly string[];
  readonly imported: readonly string[];
}

const noBase: Bases = { names: [], imported: [] };
const bases = new WeakMap<ClassNode, Bases>();

export function basesOf(node: ClassNode): Bases {
  if (node.base === undefined) return noBase;
  const parts = [node.base, ...(node.mixins ?? [])];
  let found = bases.get(node);
  if (found === undefined) {
    const names: string[] = [];
    const imported: string[] = [];
    const look = (part: Expression): void => {
      if (part.kind === 'member' && typeof part.property === 'string') imported.push(part.property);
      if (part.kind !== 'name') return;
      names.push(part.name);
      const source = part.binding?.source;
      if (source?.kind === 'import' && !plainName(source.from).startsWith('.')) imported.push(source.imported);
    };
    for (const part of parts) eachExpression(part, look);
    bases.set(node, (found = { names, imported }));
  }
  return found;
}

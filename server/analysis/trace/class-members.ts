/** The members of a class by their names. */
import type { ClassMember, ClassNode } from '../syntax/ir.js';

const indexes = new WeakMap<ClassNode, ReadonlyMap<string, readonly ClassMember[]>>();
const none: readonly ClassMember[] = [];

/** All members of a class that have a name, what reads, writes and deletes a field included. */
export function membersNamed(cls: ClassNode, name: string): readonly ClassMember[] {
  let index = indexes.get(cls);
  if (index === undefined) {
    const found = new Map<string, ClassMember[]>();
    for (const member of cls.members) {
      if (member.name === undefined) continue;
      const list = found.get(member.name);
      if (list === undefined) found.set(member.name, [member]);
      else list.push(member);
    }
    indexes.set(cls, (index = found));
  }
  return index.get(name) ?? none;
}

/** It runs when the field is written or deleted, and gives nothing. */
export function onlyWrites({ kind }: ClassMember): boolean {
  return kind === 'setter' || kind === 'deleter';
}

/** What the methods of a class assign to the fields of its objects. */
import type { ClassNode, Expression, FunctionNode } from '../syntax/ir.js';
import { eachInBody } from './parts.js';

export interface Assignment {
  readonly value: Expression;
  readonly within: FunctionNode;
  readonly constructs: boolean;
  /** No call is seen of what it stands in: a setter, a getter. */
  readonly unseen: boolean;
  /** It is added to what was there: `this.n += 1`. */
  readonly counts: boolean;
}

const assignments = new WeakMap<ClassNode['members'], Map<string, Assignment[]>>();

/** Every `this.x = …` and `this.x++` in the methods of a class, whose list is another one when a method is. */
export function assignmentsOf(cls: ClassNode): Map<string, Assignment[]> {
  let table = assignments.get(cls.members);
  if (table !== undefined) return table;
  table = new Map();
  for (const member of cls.members) {
    if (member.value?.kind !== 'function' || member.static) continue;
    const within = member.value;
    eachInBody(within.body, (part) => {
      const counts = part.kind === 'unary' && /^(?:\+\+|--)$/.test(part.operator);
      const target = part.kind === 'assign' ? part.target : counts ? part.operand : undefined;
      if (target?.kind !== 'member' || target.object.kind !== 'this' || typeof target.property !== 'string') return;
      const list = table!.get(target.property) ?? [];
      const added = part.kind === 'assign' && /^[-+]=$/.test(part.operator);
      const value = part.kind === 'assign' ? part.value : part;
      list.push({
        value,
        within,
        constructs: member.kind === 'constructor',
        unseen: member.kind !== 'method' && member.kind !== 'field',
        counts: added,
      });
      table!.set(target.property, list);
    });
  }
  assignments.set(cls.members, table);
  return table;
}

/** All fields that methods of a class assign, or its body declares. */
export function assignedNames(cls: ClassNode): readonly string[] {
  return [...assignmentsOf(cls).keys(), ...cls.members.flatMap(({ kind, name }) => (kind === 'field' && name !== undefined ? [name] : []))];
}

/** What the constructor of a Python class gives a field, whatever it is called with: `self.done = False`. */
export function startOfField(cls: ClassNode, name: string): Expression | undefined {
  const constructor = cls.members.find(({ kind }) => kind === 'constructor')?.value;
  const own = (assignmentsOf(cls).get(name) ?? []).filter(({ unseen }) => unseen);
  const [first] = own;
  if (own.length !== 1 || constructor?.kind !== 'function' || first!.within !== constructor || first!.counts) return undefined;
  return startsIn(constructor).get(name) === first!.value ? first!.value : undefined;
}

const starts = new WeakMap<FunctionNode['body'], ReadonlyMap<string, Expression>>();

/** Literals that the body of a function gives to fields, one after the other. */
export function startsIn(fn: FunctionNode): ReadonlyMap<string, Expression> {
  let found = starts.get(fn.body);
  if (found === undefined) {
    const assigned = fn.body.flatMap((statement): (readonly [string, Expression])[] => {
      const part = statement.kind === 'expression' && statement.value?.kind === 'assign' ? statement.value : undefined;
      if (part?.operator !== '=' || part.target.kind !== 'member' || part.target.object.kind !== 'this') return [];
      return typeof part.target.property === 'string' && part.value.kind === 'literal' ? [[part.target.property, part.value]] : [];
    });
    starts.set(fn.body, (found = new Map(assigned)));
  }
  return found;
}

/** Whether a field is assigned where no call is seen: by the constructor, which always runs, or by a setter. */
export function assignsUnseen(cls: ClassNode, name: string): boolean {
  return (assignmentsOf(cls).get(name) ?? []).some(({ unseen }) => unseen);
}

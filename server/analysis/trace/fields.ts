/** What methods of a class put into the collections that its fields hold. */
import type { CallExpression, ClassNode, Expression, FunctionNode, Owner } from '../syntax/ir.js';
import type { Remembered } from './env.js';
import { eachInBody } from './parts.js';
import { fillingOf } from './python/filling.js';
import type { Tracer } from './tracer.js';
import { derived, nextId, optionsOf, undefinedValue, union, unknown, type Value } from './value.js';

interface Addition {
  /** The values that are added; for a map, behind its keys. */
  readonly added: readonly Expression[];
  /** Each of them is a list of what is added. */
  readonly lists?: true;
  readonly within: FunctionNode;
}

const adding = new Set(['set', 'add', 'push', 'unshift', 'splice']);
const additions = new WeakMap<ClassNode['members'], Map<string, Addition[]>>();

/** `this.jobs.set(id, job)`, `this.items.push(item)` and `this.table[key] = value` in the methods of a class, by field. */
function additionsOf(cls: ClassNode): Map<string, Addition[]> {
  let table = additions.get(cls.members);
  if (table !== undefined) return table;
  table = new Map();
  let outer: Owner = cls;
  while (outer.kind !== 'module') outer = outer.outer;
  const isPython = outer.language === 'python';
  for (const member of cls.members) {
    if (member.value?.kind !== 'function') continue;
    const within = member.value;
    eachInBody(within.body, (part) => {
      const found =
        part.kind === 'call'
          ? isPython
            ? inPythonCall(part)
            : inCall(part)
          : part.kind === 'assign'
            ? inTarget(part.target, part.value)
            : undefined;
      if (found === undefined) return;
      const list = table!.get(found.field) ?? [];
      list.push({ added: found.added, within, ...(found.lists === undefined ? {} : { lists: found.lists }) });
      table!.set(found.field, list);
    });
  }
  additions.set(cls.members, table);
  return table;
}

interface Found {
  readonly field: string;
  readonly added: readonly Expression[];
  readonly lists?: true;
}

function inPythonCall(call: CallExpression): Found | undefined {
  const { callee } = call;
  const field = callee.kind === 'member' ? fieldOf(callee.object) : undefined;
  const filling = field === undefined ? undefined : fillingOf(call);
  if (field === undefined || filling === undefined) return undefined;
  const values = filling.args.map(({ value }) => value);
  if (filling.method === 'set') return { field, added: values.slice(1) };
  const lists = filling.method === 'assign' || filling.args.some(({ spread }) => spread);
  return { field, added: values, ...(lists ? { lists } : {}) };
}

function inCall({ callee, args }: CallExpression): Found | undefined {
  if (callee.kind !== 'member' || typeof callee.property !== 'string' || !adding.has(callee.property)) return undefined;
  const field = fieldOf(callee.object);
  if (field === undefined) return undefined;
  const values = args.map((argument) => argument.value);
  return { field, added: callee.property === 'set' ? values.slice(1) : callee.property === 'splice' ? values.slice(2) : values };
}

const inner = new WeakMap<ClassNode['members'], Map<string, InnerCall[]>>();

/** A call of `this.register(…)`, and the function that it stands in. */
export interface InnerCall {
  readonly call: CallExpression;
  readonly within: FunctionNode;
}

/** Calls of a method by other methods of its class. */
export function innerCalls(cls: ClassNode, method: FunctionNode): readonly InnerCall[] {
  let table = inner.get(cls.members);
  if (table === undefined) {
    table = new Map();
    for (const { value: within } of cls.members) {
      if (within?.kind !== 'function') continue;
      eachInBody(within.body, (part) => {
        const name = part.kind === 'call' ? fieldOf(part.callee) : undefined;
        if (part.kind === 'call' && name !== undefined) table!.set(name, [...(table!.get(name) ?? []), { call: part, within }]);
      });
    }
    inner.set(cls.members, table);
  }
  const name = cls.members.find(({ value }) => value === method)?.name;
  return name === undefined ? [] : (table.get(name) ?? []).filter(({ within }) => within !== method);
}

function inTarget(target: Expression, value: Expression): Found | undefined {
  if (target.kind !== 'member' || typeof target.property === 'string') return undefined;
  const field = fieldOf(target.object);
  return field === undefined ? undefined : { field, added: [value] };
}

function fieldOf(expression: Expression): string | undefined {
  return expression.kind === 'member' && expression.object.kind === 'this' && typeof expression.property === 'string'
    ? expression.property
    : undefined;
}

const filled = new WeakMap<Value, Remembered<Value>>();

/** A collection that a field holds, with what methods of its class add. `enter`: runs a method that was entered from nowhere. */
export function filledField(
  tracer: Tracer,
  value: Value,
  cls: ClassNode,
  field: string,
  enter: (within: FunctionNode, expression: Expression) => Value,
): Value {
  if (value.kind !== 'array' && value.kind !== 'object') return value;
  const known = filled.get(value);
  if (tracer.serves(known)) return tracer.reuse(known);
  const found = additionsOf(cls).get(field) ?? [];
  const empty = value.kind === 'array' ? value.items.length === 0 : value.properties.size === 0;
  if (found.length === 0 && !empty) return value;
  // While it is looked at, it is what it was before.
  filled.set(
    value,
    tracer.remember(() => value),
  );
  const answer = tracer.remember(() => {
    const added = found.flatMap(({ added: expressions, lists, within }) =>
      expressions.flatMap((expression) => (lists === true ? entriesOf(enter(within, expression)) : enter(within, expression))),
    );
    // A list that only others would fill, by parameters or from an empty list, is taken as it stands; a map is kept for what
    // calls put into it.
    if (value.kind === 'array')
      return opened(
        value,
        added.filter((item) => item.kind !== 'unknown' && (item.kind !== 'constant' || item.value !== undefined)),
      );
    return opened(value, added.length === 0 ? [unknown(`what \`${field}\` holds`)] : added);
  });
  filled.set(value, answer);
  return answer.value;
}

/** What stands in a list or dictionary. */
function entriesOf(value: Value): readonly Value[] {
  return optionsOf(value).flatMap((option): readonly Value[] => {
    if (option.kind === 'array') return option.rest === undefined ? option.items : [...option.items, option.rest];
    if (option.kind === 'object') return [...[...option.properties.values()].map((property) => property.value()), ...option.others];
    return option.kind === 'constant' ? [] : [derived('item', [option])];
  });
}

function opened(value: Value & { kind: 'array' | 'object' }, added: readonly Value[]): Value {
  if (added.length === 0) return value;
  // What calls are seen to put into it says more.
  if (value.kind === 'array')
    return { ...value, rest: union([...(value.rest === undefined ? [] : [value.rest]), ...added]), filledFrom: value };
  // It may not be there yet.
  return { ...value, id: nextId(), open: true, others: [...value.others, ...added, undefinedValue], filledFrom: value };
}

/** Everything that is put into an object at once: `Object.assign(this, options)`, `this[key] = value`. */
export interface Fill {
  readonly from: Expression;
  /** The name that `from` is put under; without one, everything in it is put there. */
  readonly name?: Expression;
  readonly within: FunctionNode;
  readonly constructs: boolean;
}

const fills = new WeakMap<ClassNode['members'], readonly Fill[]>();

/** Where methods of a class put what they have into its instance, under names that are not written there. */
export function fillsOf(cls: ClassNode): readonly Fill[] {
  let found = fills.get(cls.members);
  if (found !== undefined) return found;
  const list: Fill[] = [];
  for (const { kind, value: within, static: ofClass } of cls.members) {
    if (within?.kind !== 'function' || ofClass) continue;
    const constructs = kind === 'constructor';
    eachInBody(within.body, (part) => {
      if (part.kind === 'assign' && part.target.kind === 'member' && part.target.object.kind === 'this') {
        const { property } = part.target;
        if (typeof property !== 'string') list.push({ from: part.value, name: property, within, constructs });
      } else if (part.kind === 'call' && isUpdateOfThis(part))
        list.push(...part.args.map(({ value }) => ({ from: value, within, constructs })));
      else if (part.kind === 'call' && isAssignToThis(part))
        list.push(...part.args.slice(1).map(({ value }) => ({ from: value, within, constructs })));
    });
  }
  fills.set(cls.members, (found = list));
  return found;
}

/** `self.__dict__.update(options)` */
function isUpdateOfThis({ callee }: CallExpression): boolean {
  if (callee.kind !== 'member' || callee.property !== 'update') return false;
  return callee.object.kind === 'member' && callee.object.property === '__dict__' && callee.object.object.kind === 'this';
}

function isAssignToThis({ callee, args }: CallExpression): boolean {
  if (callee.kind !== 'member' || callee.property !== 'assign' || args[0]?.value.kind !== 'this') return false;
  return callee.object.kind === 'name' && callee.object.name === 'Object' && callee.object.binding === undefined;
}

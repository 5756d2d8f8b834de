/** Methods that a language asks the class of an object for: what they are, and what they give. */
import { assignmentsOf } from './assignments.js';
import { lineage } from './bases.js';
import { membersNamed } from './class-members.js';
import { classEnv, instanceMember } from './instances.js';
import { protocolsOf, type Protocols } from './protocol-names.js';
import type { Tracer } from './tracer.js';
import { derived, optionsOf, union, type ClassValue, type FunctionValue, type InstanceValue, type Value } from './value.js';

/** What the language of an object's class asks for. */
export function protocolsFor({ cls }: InstanceValue): Protocols {
  return protocolsOf(cls.env.module.language);
}

/** The methods of the first name that the class of an object has, or a class that it inherits from. */
export function methodsNamed(tracer: Tracer, instance: InstanceValue, names: readonly string[]): readonly FunctionValue[] {
  for (const name of names) {
    if (!has(tracer, instance.cls, name)) continue;
    const found = optionsOf(instanceMember(tracer, instance, name)).filter((member) => member.kind === 'function');
    if (found.length > 0) return found;
  }
  return [];
}

/** A class of the workspace declares the member. */
export function has(tracer: Tracer, cls: ClassValue, name: string): boolean {
  if (membersNamed(cls.cls, name).length > 0) return true;
  return cls.cls.base !== undefined && lineage(tracer, cls).some((one) => one.kind === 'class' && membersNamed(one.cls, name).length > 0);
}

/** What asking an object gives; `undefined` when its class answers no such question. */
export function answerOf(tracer: Tracer, instance: InstanceValue, names: readonly string[], args: readonly Value[]): Value | undefined {
  const methods = methodsNamed(tracer, instance, names);
  return methods.length === 0 ? undefined : union(methods.map((method) => tracer.callFunction(method, args)));
}

/** The function that runs when an attribute of an object is read, written or deleted, with what the language hands to it. */
export function accessors(
  tracer: Tracer,
  instance: InstanceValue,
  name: string,
  how: 'getter' | 'setter' | 'deleter',
): readonly FunctionValue[] {
  for (const cls of lineage(tracer, instance.cls)) {
    if (cls.kind !== 'class') continue;
    const members = membersNamed(cls.cls, name);
    if (members.length === 0) continue;
    const found = members.find(({ kind }) => kind === how)?.value;
    if (found?.kind === 'function') return [tracer.functionValue(found, classEnv(instance, cls))];
    // Who only reads a name that others write still stands before what they inherit.
    if (!members.some(({ kind }) => kind === 'getter' || kind === 'setter' || kind === 'deleter'))
      return descriptor(tracer, cls, name, how);
  }
  return [];
}

/** `field = Column()` in the body of a class: the object answers for the field of all objects of the class. */
function descriptor(tracer: Tracer, cls: ClassValue, name: string, how: 'getter' | 'setter' | 'deleter'): readonly FunctionValue[] {
  const [field] = membersNamed(cls.cls, name);
  if (field?.kind !== 'field' || field.value === undefined || field.value.kind === 'literal') return [];
  const names = { getter: 'get', setter: 'set', deleter: 'delete' } as const;
  return optionsOf(tracer.evaluate(field.value, classEnv(cls, cls))).flatMap((option) =>
    option.kind === 'instance' ? methodsNamed(tracer, option, protocolsFor(option)[names[how]]) : [],
  );
}

/** Nothing that the workspace shows gives the attribute to an object: what its class has for others is asked. */
export function isOther(tracer: Tracer, instance: InstanceValue, name: string): boolean {
  return !lineage(tracer, instance.cls).some(
    (cls) => cls.kind === 'class' && (membersNamed(cls.cls, name).length > 0 || assignmentsOf(cls.cls).has(name)),
  );
}

/** What reading a field gives that an object in the body of the class answers for. */
export function described(tracer: Tracer, instance: InstanceValue, value: Value): Value {
  if (value.kind !== 'instance' || protocolsFor(value).get.length === 0) return value;
  return answerOf(tracer, value, protocolsFor(value).get, [instance, instance.cls]) ?? value;
}

/** What iterating over an object gives: all of it, or what stands for each item. */
export function iterated(tracer: Tracer, instance: InstanceValue): { readonly all?: Value; readonly each?: Value } {
  const { iterate, next, item } = protocolsFor(instance);
  const [method] = methodsNamed(tracer, instance, iterate);
  if (method === undefined) return {};
  const byIndex = item.includes(method.fn.name ?? '');
  const given = tracer.callFunction(method, byIndex ? [derived('index', [])] : []);
  if (byIndex) return { each: given };
  if (given.kind !== 'instance') return { all: given };
  const each = answerOf(tracer, given, next, []);
  return each === undefined ? {} : { each };
}

const python = protocolsOf('python');

/** What an operator gives when one of its operands answers for it. */
export function operated(tracer: Tracer, operator: string, left: Value, right: Value): Value | undefined {
  const names = python.binary[operator];
  if (names === undefined) return undefined;
  for (const [of, other, asked] of [
    [left, right, names.left],
    [right, left, names.right],
  ] as const) {
    const answer = of.kind === 'instance' ? answerOf(tracer, of, asked, [other]) : undefined;
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** Members of instances, through inheritance. */
import { bodyOf } from '../syntax/inner.js';
import type { ClassMember, ClassNode, Expression, FunctionNode } from '../syntax/ir.js';
import { baseOf, lineage } from './bases.js';
import { isPythonName } from '../languages.js';
import { Env } from './env.js';
import { assignmentsOf } from './assignments.js';
import { membersNamed, onlyWrites } from './class-members.js';
import { filledField, fillsOf, innerCalls, type Fill } from './fields.js';
import { answerOfHeirs } from './heirs.js';
import { outsideValues } from './outside.js';
import { eachInBody } from './parts.js';
import type { Tracer } from './tracer.js';
import { leftOpen } from './python/abstract.js';
import { decorated } from './python/decorators.js';
import { keywordsIn } from './python/arguments.js';
import { madeUp } from './python/dynamic.js';
import { settingValue } from './python/settings.js';
import { factoryCall, fieldArgument, openField, otherwise } from './python/models.js';
import { leavesOpen, toldByType } from './told-by-type.js';
import { typeInstance } from './type-instance.js';
import { typedValue } from './types.js';
import { counted, isNumber } from './counters.js';
import {
  laterReason,
  derived,
  optionsOf,
  undefinedValue,
  union,
  unknown,
  type ClassValue,
  type ExternalValue,
  type FunctionValue,
  type InstanceValue,
  type Value,
} from './value.js';

const environments = new WeakMap<InstanceValue | ClassValue, Map<ClassNode, Env>>();

/** Where bodies of a class run for one instance, or for the class itself. */
export function classEnv(of: InstanceValue | ClassValue, cls: ClassValue): Env {
  let table = environments.get(of);
  if (table === undefined) environments.set(of, (table = new Map()));
  let env = table.get(cls.cls);
  if (env === undefined) table.set(cls.cls, (env = new Env(cls.cls, cls.env.module, cls.env, of, cls)));
  return env;
}

export function constructorOf(cls: ClassNode): FunctionNode | undefined {
  const member = cls.members.find((item) => item.kind === 'constructor');
  return member?.value?.kind === 'function' ? member.value : undefined;
}

/** Arguments that reach the constructor of `cls` for an instance of a class that may be derived from it; without `cls`, that of the package's class. */
export function constructorArgs(tracer: Tracer, instance: InstanceValue, cls: ClassValue | undefined): readonly Value[] | undefined {
  let at: ClassValue = instance.cls;
  let { args } = instance;
  for (let guard = 0; at !== cls && guard < 20; guard++) {
    const own = constructorOf(at.cls);
    if (own !== undefined) {
      const env = tracer.activation(tracer.functionValue(own, classEnv(instance, at)), args).env;
      args = superArguments(tracer, own, env);
    }
    const base = baseOf(tracer, at);
    if (base?.kind !== 'class') return args;
    at = base;
  }
  return args;
}

/** The class of a package that a class inherits from in the end. */
export function externalBase(tracer: Tracer, start: ClassValue): ExternalValue | undefined {
  const last = lineage(tracer, start).find(({ kind }) => kind === 'external');
  return last?.kind === 'external' ? last : undefined;
}

/** The class of a package that a class inherits from, when making an object of it does something: an entity is a row of its table. */
export function baseThatActs(tracer: Tracer, cls: ClassValue): ExternalValue | undefined {
  const base = externalBase(tracer, cls);
  return base !== undefined && tracer.libraries.rows(base) !== undefined ? base : undefined;
}

/** What the constructor of the package's class gets for an instance. */
export function baseArguments(tracer: Tracer, instance: InstanceValue): readonly Value[] | undefined {
  return constructorArgs(tracer, instance, undefined);
}

function superArguments(tracer: Tracer, fn: FunctionNode, env: Env): readonly Value[] | undefined {
  let found: readonly Value[] | undefined;
  tracer.touchAll(bodyOf(env.module, fn));
  eachInBody(fn.body, (part) => {
    if (part.kind === 'call' && part.callee.kind === 'super') found ??= tracer.arguments(part, env);
  });
  return found;
}

/** A member of an instance; `from` starts the search at a base class, for `super`. `name`: what was asked for, where that is one of several. */
export function instanceMember(tracer: Tracer, instance: InstanceValue, key: string, from?: ClassValue, name?: Value): Value {
  const found = lookUp(tracer, instance, key, from, name);
  if (found.open !== true || from !== undefined || instance.args !== undefined) return found.value;
  // It is known by its class alone: it may be of any class that inherits that one.
  const answer = answerOfHeirs(tracer, instance.cls, key, (heir) => {
    const { value, open } = lookUp(tracer, typeInstance(heir), key);
    return open === true ? undefined : value;
  });
  return answer ?? found.value;
}

interface Found {
  readonly value: Value;
  /** Those who inherit the class tell: it says only what type it has, or nothing. */
  readonly open?: true;
}

function lookUp(tracer: Tracer, instance: InstanceValue, key: string, from?: ClassValue, name?: Value): Found {
  const line = lineage(tracer, from ?? instance.cls);
  const derivedHas: Value[] = [];
  let left: Value | undefined;
  for (const cls of line) {
    if (cls.kind !== 'class') continue;
    const open = from === undefined ? leftOpen(tracer, cls.cls, key, classEnv(instance, cls)) : undefined;
    left ??= open;
    if (open !== undefined) continue;
    const found = ownMember(tracer, instance, cls, key);
    if (found?.kind === 'unknown' && from === undefined && isOnlyDeclared(cls.cls, key)) {
      left ??= found;
      continue;
    }
    // What methods of a derived class assign, the field may be beside what it starts with in the class that declares it.
    const declares = found === undefined || isDeclared(cls.cls, key) || !optionsOf(found).every(isPlain);
    if (found !== undefined && declares) return { value: union([...derivedHas, found]) };
    if (found !== undefined) derivedHas.push(found);
    else derivedHas.push(...filledAtOnce(tracer, instance, cls, key));
  }
  const told = derivedHas.filter((value) => !isUnknown(value));
  if (told.length > 0) return { value: union(derivedHas) };
  const dynamic = madeUp(tracer, line, key, (cls) => classEnv(instance, cls), name);
  if (dynamic !== undefined) return { value: dynamic };
  if (left !== undefined) return { value: left, open: true };
  const last = line.find((one) => one.kind !== 'class' && !isMark(one));
  if (last?.kind === 'external') {
    const given = isPythonName(last.library)
      ? keywordsIn(constructorArgs(tracer, instance, undefined) ?? [])?.properties.get(key)
      : undefined;
    if (given !== undefined) return { value: given.value() };
    const made = tracer.libraries.constructed(last);
    const member = tracer.libraries.member(made, key);
    return { value: tracer.external(member.library, member.path) };
  }
  if (last !== undefined) return { value: unknown(`\`${key}\` of a class that was not found`) };
  if (derivedHas.length > 0) return { value: derivedHas[0]! };
  // Asking for what an object does not have fails in Python: who asks knows of somebody who gives it, as a mixin knows of its heirs.
  const isPython = instance.cls.env.module.language === 'python' && !ofAll.test(key);
  return isPython ? { value: unknown(`\`${key}\`, which no class that was found gives it`), open: true } : { value: undefinedValue };
}

/** It says what kind of class one is, and gives its objects nothing. */
function isMark(base: Value): boolean {
  return base.kind === 'external' && marking.test(base.library) && /^(?:ABC|Generic|Protocol)(?:\[\])?$/.test(base.path);
}

const marking = /^py:(?:abc|typing|typing_extensions)$/;

/** What every object of Python has: `__dict__`. */
const ofAll = /^__\w{1,40}__$/;

/** A class says that its objects have a member, and not what it is: it is abstract, or assigned by others. */
function isOnlyDeclared(cls: ClassNode, key: string): boolean {
  const members = membersNamed(cls, key).filter((member) => !onlyWrites(member));
  const isDeclaration = ({ value, parameterIndex }: ClassMember): boolean => value === undefined && parameterIndex === undefined;
  return members.length > 0 && members.every(isDeclaration) && !assignmentsOf(cls).has(key);
}

/** The class has a member of that name, or its constructor gives it one. */
function isDeclared(cls: ClassNode, key: string): boolean {
  return (
    membersNamed(cls, key).some((member) => !onlyWrites(member)) || (assignmentsOf(cls).get(key) ?? []).some(({ constructs }) => constructs)
  );
}

/** The method that answers when a member is read. */
export function getterOf(tracer: Tracer, instance: InstanceValue, key: string): FunctionValue | undefined {
  for (const cls of lineage(tracer, instance.cls)) {
    const member = cls.kind === 'class' ? cls.cls.members.find((item) => item.name === key && !onlyWrites(item)) : undefined;
    if (cls.kind !== 'class' || member === undefined) continue;
    return member.kind === 'getter' && member.value?.kind === 'function'
      ? tracer.functionValue(member.value, classEnv(instance, cls))
      : undefined;
  }
  return undefined;
}

function ownMember(tracer: Tracer, instance: InstanceValue, cls: ClassValue, key: string): Value | undefined {
  const value = heldMember(tracer, instance, cls, key);
  if (value === undefined || !leavesOpen(value)) return value;
  // What others put there, nobody saw; that it is what the field says is all that is known of it.
  const type = membersNamed(cls.cls, key).find(({ kind, type }) => kind === 'field' && type !== undefined)?.type;
  return type === undefined ? value : toldByType(value, typedValue(tracer, type, classEnv(instance, cls)));
}

function heldMember(tracer: Tracer, instance: InstanceValue, cls: ClassValue, key: string): Value | undefined {
  // Instances of Python have the static members of their class, too.
  const isPython = cls.env.module.language === 'python';
  const members = membersNamed(cls.cls, key).filter((member) => (!member.static || isPython) && !onlyWrites(member));
  const assigned = assignmentsOf(cls.cls);
  if (members.length === 0 && !assigned.has(key)) {
    // Until a method comes to assign it.
    tracer.touch(cls.env.module, cls.cls.span.start);
    return undefined;
  }
  const env = classEnv(instance, cls);
  for (const { within } of assigned.get(key) ?? []) tracer.touchAll(bodyOf(env.module, within));
  const values: Value[] = [];
  let typed: ClassMember | undefined;
  for (const member of members) {
    if (member.parameterIndex !== undefined) values.push(parameterField(tracer, instance, cls, member.parameterIndex));
    else if (member.value === undefined) typed = member;
    else values.push(filledIn(tracer, memberValue(tracer, member, env), instance, cls, member));
  }
  if (members.every((member) => member.kind === 'field')) {
    values.push(
      ...assignedFields(tracer, instance, cls, key).map((value) => filledIn(tracer, value, instance, cls, { kind: 'field', name: key })),
      ...filledAtOnce(tracer, instance, cls, key),
    );
    // What somebody who holds the object may assign, decides nothing; a client that is kept is what it is known to be.
    if (values.flatMap(optionsOf).every(isPlain)) values.push(...outsideValues(tracer, cls, key, members[0]));
  }
  const line = lineage(tracer, instance.cls);
  const given = fieldArgument(instance, cls, members, line);
  if (given === openField) values.push(given);
  else if (given !== undefined) return given;
  const read = settingValue(cls.cls, members, line);
  values.push(...(read === undefined ? otherwise(tracer, instance, cls, members, line, env) : [read]));
  const known = values.filter(
    (value) => value.kind !== 'unknown' && (value.kind !== 'constant' || (value.value !== undefined && value.value !== null)),
  );
  // State that other code replaces by something unknown decides nothing; a client that is kept is what it is known to be.
  if (known.length > 0) {
    const later = known.every(isData) && values.some(isUnknown) ? [unknown(laterReason)] : [];
    return union([...known, ...later, ...(startsEmpty(cls.cls, key) ? [undefinedValue] : [])]);
  }
  if (typed?.type !== undefined) return typedValue(tracer, typed.type, env);
  if (values.length > 1 && values.some(isUnknown)) return union([...values.filter((value) => !isUnknown(value)), unknown(laterReason)]);
  return values[0] ?? (typed === undefined ? undefined : unknown(`field \`${key}\``));
}

/** Something that tests are decided by, or that nobody can tell. */
function isPlain({ kind }: Value): boolean {
  return kind === 'constant' || kind === 'unknown';
}

/** A field that holds nothing until a method is called: it is declared so, or the constructor leaves it so. */
function startsEmpty(cls: ClassNode, name: string): boolean {
  const field = declaredField(cls, name);
  const assigned = assignmentsOf(cls).get(name) ?? [];
  const first = assigned.filter(({ constructs }) => constructs);
  if (first.length > 0) return first.length < assigned.length && first.some(({ value }) => isEmpty(value));
  return field !== undefined && (field.value === undefined || isEmpty(field.value));
}

function isEmpty(value: Expression): boolean {
  return value.kind === 'literal' && (value.value === null || value.value === undefined);
}

function isData(value: Value): boolean {
  return optionsOf(value).every(({ kind }) => kind === 'constant' || kind === 'object' || kind === 'text' || kind === 'derived');
}

function isUnknown(value: Value): boolean {
  return optionsOf(value).some(({ kind }) => kind === 'unknown');
}

/** With what methods put into a collection that a field starts with. */
function filledIn(
  tracer: Tracer,
  value: Value,
  instance: InstanceValue,
  cls: ClassValue,
  { kind, name }: Pick<ClassMember, 'kind' | 'name'>,
): Value {
  if (kind !== 'field' || name === undefined) return value;
  const method = (fn: FunctionNode): FunctionValue => tracer.functionValue(fn, classEnv(instance, cls));
  return filledField(tracer, value, cls.cls, name, (within, expression) => {
    tracer.touchAll(bodyOf(cls.env.module, within));
    // `constructor() { this.register(new A()); this.register(new B()); }`
    const calls = innerCalls(cls.cls, within).map(({ call, within: caller }) => {
      tracer.touchAll(bodyOf(cls.env.module, caller));
      const args = caller === constructorOf(cls.cls) ? constructorArgs(tracer, instance, cls) : undefined;
      return tracer.arguments(call, tracer.activation(method(caller), args).env);
    });
    const ways = calls.length === 0 ? [undefined] : calls;
    return union(ways.map((args) => tracer.evaluate(expression, tracer.activation(method(within), args).env)));
  });
}

/** What a member holds by what stands in its class. */
export function memberValue(tracer: Tracer, member: ClassMember, env: Env): Value {
  const value = member.value!;
  if (member.kind === 'getter' && value.kind === 'function') return tracer.callFunction(tracer.functionValue(value, env), []);
  if (value.kind === 'function' && member.kind === 'method') return methodValue(tracer, value, env);
  return tracer.evaluate((member.kind === 'field' ? factoryCall(tracer, value, env) : undefined) ?? value, env);
}

/** A method with what its decorators make of it; those of packages are taken to run it. */
function methodValue(tracer: Tracer, fn: FunctionNode, env: Env): Value {
  const plain = tracer.functionValue(fn, env);
  return env.module.language === 'python' && fn.decorators.length > 0 ? decorated(tracer, plain, fn.decorators, env) : plain;
}

function parameterField(tracer: Tracer, instance: InstanceValue, cls: ClassValue, index: number): Value {
  const own = constructorOf(cls.cls);
  const parameter = own?.parameters[index];
  if (own === undefined || parameter === undefined) return unknown('constructor parameter');
  const env = tracer.activation(tracer.functionValue(own, classEnv(instance, cls)), constructorArgs(tracer, instance, cls)).env;
  const binding = parameter.bindings[0];
  return binding === undefined ? unknown('constructor parameter') : tracer.nameValue(binding, env);
}

/** The field that a class declares under a name, unless a parameter of its constructor declares it. */
export function declaredField(cls: ClassNode, name: string): ClassMember | undefined {
  const members = membersNamed(cls, name).filter((member) => !member.static && !onlyWrites(member));
  const [field] = members;
  return members.length === 1 && field!.kind === 'field' && field!.parameterIndex === undefined ? field : undefined;
}

function assignedFields(tracer: Tracer, instance: InstanceValue, cls: ClassValue, key: string): Value[] {
  const found = assignmentsOf(cls.cls).get(key) ?? [];
  return found.map((assignment) => {
    // `this.n = this.n + 1`: while it is looked at, it is what it was before.
    if (tracer.busy.has(assignment)) return derived('the value before', []);
    tracer.busy.add(assignment);
    const fn = tracer.functionValue(assignment.within, classEnv(instance, cls));
    const args = assignment.constructs ? constructorArgs(tracer, instance, cls) : undefined;
    const value = tracer.evaluate(assignment.value, tracer.activation(fn, args).env);
    tracer.busy.delete(assignment);
    return assignment.counts && isNumber(value) ? counted(key, [value], tracer.place(assignment.value.span, fn.env)) : value;
  });
}

/** What a field gets from everything that is put into the object at once: `Object.assign(this, options)`, `this[key] = value`. */
function filledAtOnce(tracer: Tracer, instance: InstanceValue, cls: ClassValue, key: string): readonly Value[] {
  return fillsOf(cls.cls).flatMap((fill) => {
    // `Object.assign(this, { ...this.defaults })`: while it is looked at, it puts nothing there.
    if (tracer.busy.has(fill)) return [];
    tracer.busy.add(fill);
    const values = filledBy(tracer, instance, cls, key, fill);
    tracer.busy.delete(fill);
    return values;
  });
}

function filledBy(
  tracer: Tracer,
  instance: InstanceValue,
  cls: ClassValue,
  key: string,
  { within, constructs, from, name }: Fill,
): readonly Value[] {
  const fn = tracer.functionValue(within, classEnv(instance, cls));
  tracer.touchAll(bodyOf(cls.env.module, within));
  const { env } = tracer.activation(fn, constructs ? constructorArgs(tracer, instance, cls) : undefined);
  if (name !== undefined) return mayBe(tracer.evaluate(name, env), key) ? [unknown(laterReason)] : [];
  return optionsOf(tracer.evaluate(from, env)).flatMap((option): readonly Value[] => {
    if (option.kind === 'constant') return [];
    if (option.kind !== 'object') return [unknown(laterReason)];
    const property = option.properties.get(key)?.value();
    return property === undefined ? (option.open || option.others.length > 0 ? [unknown(laterReason)] : []) : [property];
  });
}

function mayBe(name: Value, key: string): boolean {
  return optionsOf(name).some((option) => option.kind !== 'constant' || String(option.value) === key);
}

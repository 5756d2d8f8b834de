import { isPythonName } from '../languages.js';
import { dataMethods } from './data-methods.js';
import type { PathStep } from '../syntax/ir.js';
import { isPython } from '../syntax/read.js';
import { baseOf, lineage } from './bases.js';
import { instanceMember, staticMember } from './instances.js';
import { answerOfImplementing } from './interfaces.js';
import type { Reference } from './library.js';
import { heldBy } from './python/held.js';
import { described, iterated } from './protocols.js';
import { moduleAttribute, partOfPath } from './python/loading.js';
import { isClassName } from './python/names.js';
import { literalType } from './python/types.js';
import type { Tracer } from './tracer.js';
import { typedMember } from './types.js';
import {
  array,
  constant,
  derived,
  isWhole,
  nextId,
  optionsOf,
  originalOf,
  partOf,
  stringOf,
  undefinedValue,
  union,
  unknown,
  type ArrayValue,
  type ClassValue,
  type FunctionValue,
  type InputValue,
  type InstanceValue,
  type Property,
  type ExternalValue,
  type UnknownValue,
  type Value,
} from './value.js';

/** `object[key]`. A key that is not known gives everything that it may select. */
export function memberOf(tracer: Tracer, of: Value, key: string | Value): Value {
  if (typeof key !== 'string') return anyMember(tracer, of, key);
  switch (of.kind) {
    case 'object': {
      if (of.collection !== undefined)
        return key === 'size' ? derived('.size', [of]) : tracer.external('global', `${of.collection === 'map' ? 'Map' : 'Set'}#${key}`);
      const property = of.properties.get(key);
      if (property !== undefined)
        // It was put there at some time, and may be asked for before.
        return of.grownFrom !== undefined && !of.grownFrom.properties.has(key)
          ? union([property.value(), undefinedValue])
          : property.value();
      if (of.trap !== undefined) return tracer.callFunction(of.trap, [of, constant(key), of]);
      if (of.others.length > 0) return union(of.others.map((other) => (isEntry(other) ? other : memberOf(tracer, other, key))));
      return of.open ? unknown(`\`${key}\` of an object that is only partly known`) : undefinedValue;
    }
    case 'array': {
      const index = Number(key);
      if (Number.isInteger(index)) return index < 0 ? fromEnd(of, index) : itemAt(of, index);
      if (key === 'raw') return of;
      if (of.fields?.includes(key) === true) return of.items[of.fields.indexOf(key)]!;
      return key === 'length' && isWhole(of) ? constant(of.items.length) : derived(`.${key}`, [of]);
    }
    case 'class':
      return staticMember(tracer, of, key);
    case 'instance':
      return ownAttribute(tracer, of, key);
    case 'namespace':
      return moduleMember(tracer, of.file, key);
    case 'external': {
      if (isEnvironment(of)) return { kind: 'environment', name: key };
      const literal = literalType(of, constant(key));
      if (literal !== undefined) return literal;
      const member = tracer.libraries.member(of, key);
      const held = heldBy(tracer, of, member);
      if (held !== undefined) return held;
      const found = tracer.external(member.library, member.path);
      const part = of.path === 'Path#' ? partOfPath(of, key) : undefined;
      if (part !== undefined) return part;
      if (of.path === 'Path#' && member.path === 'Path#') return { ...of, id: nextId(), args: [of, constant(key)] };
      const isMade = of.call !== undefined || of.args !== undefined;
      return found.kind === 'external' && isMade ? { ...found, id: of.id, ...made(of) } : found;
    }
    case 'union':
      return union(
        of.options
          .filter((option) => option.kind !== 'constant' || (option.value !== undefined && option.value !== null))
          .map((option) => memberOf(tracer, option, key)),
      );
    case 'input':
      return inputMember(of, key);
    case 'unknown':
      return (of.type === undefined ? undefined : typed(tracer, of.type, key)) ?? unknown(`\`${key}\` of an unknown value`);
    case 'function':
      if (key === '__name__' || key === '__qualname__') return ownName(of);
      if (of.made !== undefined) return memberOf(tracer, of.made, key);
      return key === 'name' ? constant(of.fn.name ?? '') : unknown(`\`${key}\` of a function`);
    case 'constant':
      // A member of an enumeration is its value here.
      if (key === 'value' && of.value !== null && of.at !== undefined && isPython(of.at.file)) return of;
      // Only what strings and numbers have: `options.flag` of an encoding given as text is absent.
      return of.value === undefined || of.value === null || (key !== 'length' && !dataMethods.has(key))
        ? undefinedValue
        : derived(`.${key}`, [of]);
    case 'environment':
    case 'text':
    case 'derived':
      return partOf(`.${key}`, of);
  }
}

/** A member of something that is known by its type; where that only says what a function takes and gives, those who have it answer. */
function typed(tracer: Tracer, { node, env }: NonNullable<UnknownValue['type']>, key: string): Value | undefined {
  const told = typedMember(tracer, node, env, key);
  const leavesOpen = told?.kind === 'unknown' && told.type?.node.kind === 'function';
  return (leavesOpen ? answerOfImplementing(tracer, node, env, key) : undefined) ?? told;
}

/** `getattr(object, name)`, where the name is one of several: what makes up members for any name is asked once for all of them. */
export function memberNamed(tracer: Tracer, of: Value, name: Value): Value {
  const names = optionsOf(name);
  const keys = names.flatMap((option) => stringOf(option) ?? []);
  if (keys.length < names.length) return memberOf(tracer, of, name);
  return union(
    optionsOf(of).flatMap((option) =>
      keys.map((key) => (option.kind === 'instance' ? ownAttribute(tracer, option, key, name) : memberOf(tracer, option, key))),
    ),
  );
}

/** An attribute of an object; what stands in the body of its class may answer for it. `name`: one of several. */
function ownAttribute(tracer: Tracer, of: InstanceValue, key: string, name?: Value): Value {
  const value = instanceMember(tracer, of, key, undefined, name);
  return value.kind === 'instance' ? described(tracer, of, value) : value;
}

/** Something that was put under a name that is not known; all else may hold such names itself. An object of Python does not. */
function isEntry(other: Value): boolean {
  if (other.kind === 'instance') return other.cls.env.module.language === 'python';
  return other.kind === 'object' || other.kind === 'function';
}

/** What something of a package was made with. */
function made({ args, call }: ExternalValue): Pick<ExternalValue, 'args' | 'call'> {
  return { ...(args === undefined ? {} : { args }), ...(call === undefined ? {} : { call }) };
}

const maxPath = 8;

/** The name that a Python function was defined with. */
function ownName(fn: FunctionValue): Value {
  const { fn: node, env } = originalOf(fn);
  return constant(node.name ?? '<lambda>', node.nameSpan === undefined ? undefined : { file: env.module.file, span: node.nameSpan });
}

/** The variables of the process. */
function isEnvironment({ library, path }: Reference): boolean {
  return (library === 'global' && path === 'process.env') || (library === 'py:os' && path === 'environ');
}

/** `list[-1]` of Python. */
function fromEnd(list: ArrayValue, index: number): Value {
  if (isWhole(list)) return list.items[list.items.length + index] ?? undefinedValue;
  return union([...list.items, ...(list.rest === undefined ? [] : [list.rest])]);
}

/** A name of a module, or a module of a package. */
function moduleMember(tracer: Tracer, file: string, key: string): Value {
  if (!file.endsWith('.py')) return tracer.exported(file, key);
  const attribute = moduleAttribute(key, file);
  if (attribute !== undefined) return attribute;
  return tracer.link('py:.' + (file.endsWith('/__init__.py') ? '' : file.slice(file.lastIndexOf('/') + 1, -3)), key, file);
}

/** Where an item may lack, those behind it may stand in its place, or nothing. */
function itemAt({ items, rest, mayLack }: ArrayValue, index: number): Value {
  if (mayLack === undefined || !items.slice(0, index + 1).some((item) => mayLack.includes(item)))
    return items[index] ?? rest ?? undefinedValue;
  return union([...items.slice(index), ...(rest === undefined ? [] : [rest]), undefinedValue]);
}

/** An item of what the model passes, or what stands there under any key. */
export function inputItem({ path, role }: InputValue): InputValue {
  return { kind: 'input', path: path.split('.').length >= maxPath ? path : `${path}.*`, role };
}

function inputMember(of: InputValue, key: string): Value {
  const path = of.path === '' ? key : `${of.path}.${key}`;
  const { fixed, role } = of;
  // What lies so deep is reached by functions that call themselves.
  if (of.path.split('.').length >= maxPath) return of;
  if (fixed?.path === path) return constant(fixed.value);
  return fixed?.path.startsWith(`${path}.`) === true ? { kind: 'input', path, role, fixed } : { kind: 'input', path, role };
}

/** What stands in a list of a library, when the items of such a list are described: its first one speaks for all. */
export function itemOf(tracer: Tracer, list: Reference): Value | undefined {
  const { library, path } = tracer.libraries.member(list, '0');
  return path.endsWith('#') ? tracer.external(library, path) : undefined;
}

/** `frame[mask]`: what stands in an object of a Python package has no name, and is known by a star. */
function subscript(tracer: Tracer, of: Reference): Value | undefined {
  if (!isPythonName(of.library) || !of.path.includes('#')) return undefined;
  const member = tracer.libraries.member(of, '[]');
  return tracer.external(member.library, member.path);
}

/** `Agent[Deps, Answer]` is `Agent`: what stands in the brackets only says types, where a class of Python is no list of names. */
function isGeneric(tracer: Tracer, of: ExternalValue | ClassValue): boolean {
  if (of.kind === 'external') return isPythonName(of.library) && !of.path.includes('#') && isClassName(of.path);
  return of.env.module.language === 'python' && !lineage(tracer, of).some((cls) => cls.kind === 'external' && cls.library === 'py:enum');
}

/** What stands in a list of a package that nobody described: its methods are its own, and may do anything. */
export function openItem(tracer: Tracer, list: Reference): Value | undefined {
  if (list.library === 'global' || tracer.libraries.described(list.library)) return undefined;
  const { library, path } = tracer.libraries.member(list, '0');
  return tracer.external(library, path);
}

function anyMember(tracer: Tracer, of: Value, key: Value): Value {
  switch (of.kind) {
    case 'object': {
      const values = [...of.properties.values()].map((property) => property.value());
      return union([...values, ...of.others, ...(of.open && of.others.length === 0 ? [unknown('unknown property')] : [])]);
    }
    case 'array':
      return union([...of.items, ...(of.rest === undefined ? [] : [of.rest])]);
    case 'union':
      return union(of.options.map((option) => anyMember(tracer, option, key)));
    case 'input':
      return inputItem(of);
    case 'namespace': {
      const env = tracer.moduleEnv(of.file);
      return union((env?.module.exports ?? []).filter((item) => item.name !== '*').map((item) => tracer.exported(of.file, item.name)));
    }
    case 'external':
      return isEnvironment(of)
        ? { kind: 'environment', name: '*' }
        : (literalType(of, key) ??
            itemOf(tracer, of) ??
            subscript(tracer, of) ??
            (isGeneric(tracer, of) ? of : unknown('computed member of a package')));
    case 'class':
      return isGeneric(tracer, of) ? of : unknown('computed member');
    case 'constant':
    case 'text':
    case 'derived':
    case 'environment':
      return partOf('[]', of, [key]);
    default:
      return unknown('computed member');
  }
}

/** `super.key` inside a method of `home`, with `self` as `this`. */
export function superMember(tracer: Tracer, home: Value | undefined, self: Value | undefined, key: string): Value {
  if (home?.kind !== 'class') return unknown('`super` outside of a class');
  const base = baseOf(tracer, home);
  if (base?.kind === 'class') return self?.kind === 'instance' ? instanceMember(tracer, self, key, base) : staticMember(tracer, base, key);
  if (base?.kind === 'external') {
    const member = tracer.libraries.member(tracer.libraries.constructed(base), key);
    return tracer.external(member.library, member.path);
  }
  return unknown('`super` of a class that was not found');
}

/** The part of a value that a destructuring pattern takes. */
export function walkPath(tracer: Tracer, value: Value, path: readonly PathStep[]): Value {
  let at = value;
  for (const step of path) {
    if (typeof step === 'number' && at.kind === 'instance') at = unpacked(tracer, at, step);
    else if (typeof step === 'object') at = union(optionsOf(at).map((option) => without(option, step.rest)));
    else at = memberOf(tracer, at, String(step));
  }
  return at;
}

/** The item of an object that is unpacked. */
function unpacked(tracer: Tracer, of: InstanceValue, index: number): Value {
  const { all, each } = iterated(tracer, of);
  return each ?? memberOf(tracer, all ?? of, String(index));
}

function without(value: Value, names: readonly string[]): Value {
  if (value.kind === 'object') {
    const properties = new Map<string, Property>([...value.properties].filter(([key]) => !names.includes(key)));
    return { ...value, id: nextId(), properties };
  }
  if (value.kind === 'array') return array(value.items.slice(names.length), value.rest);
  if (value.kind === 'input' || value.kind === 'external') return value;
  return value.kind === 'unknown' ? value : derived('rest', [value]);
}

/** What a written type says about a value that nobody gave: an instance of a class, an object with known members. */
import type { Binding, Expression, ObjectExpression, TypeNode } from '../syntax/ir.js';
import type { Env } from './env.js';
import { typeInstance } from './type-instance.js';
import type { Reference } from './library.js';
import { ownPackage } from './links.js';
import { dataOfType } from './python/types.js';
import type { Tracer } from './tracer.js';
import { array, constant, derived, optionsOf, record, someEntry, union, unknown, type Value } from './value.js';

/** Types that stand for their first argument. */
const transparent = new Set([
  'Promise',
  'PromiseLike',
  'Awaited',
  'Readonly',
  'Partial',
  'Required',
  'NonNullable',
  'Pick',
  'Omit',
  'DeepPartial',
  'Ref',
]);
const lists = new Set(['Array', 'ReadonlyArray', 'Iterable', 'AsyncIterable']);
const sets = new Set(['Set', 'ReadonlySet', 'WeakSet']);
const maps = new Set(['Map', 'ReadonlyMap', 'WeakMap']);
const plain = new Set([
  'string',
  'number',
  'boolean',
  'bigint',
  'Date',
  'Buffer',
  'Uint8Array',
  'URL',
  'RegExp',
  'Error',
  'object',
  'Response',
  'Request',
  'Headers',
  'FormData',
  'Blob',
  'File',
  'ArrayBuffer',
  'URLSearchParams',
  'AbortSignal',
  'RequestInit',
]);

/** The value that a name of this type has, as far as the type tells. */
export function typedValue(tracer: Tracer, type: TypeNode, env: Env, depth = 0): Value {
  if (depth > 12) return unknown('type is too deep');
  switch (type.kind) {
    case 'reference':
      return reference(tracer, type, env, depth);
    case 'literal':
      return constant(type.value);
    case 'union': {
      const options = type.options.map((option) => typedValue(tracer, option, env, depth + 1));
      const present = options.filter((option) => option.kind !== 'constant' || (option.value !== undefined && option.value !== null));
      return union(present.length > 0 ? present : options);
    }
    case 'intersection': {
      const found = type.options.map((option) => typedValue(tracer, option, env, depth + 1));
      return (
        found.find((value) => value.kind === 'external' || value.kind === 'instance') ??
        unknown('value of an intersection', { node: type, env })
      );
    }
    case 'array':
      return array([], typedValue(tracer, type.item, env, depth + 1));
    case 'part':
      return underKey(tracer, type, env, depth) ?? unknown('part of a type');
    case 'query':
      return tracer.evaluate(type.value, env);
    case 'function':
      // `(input: string, init?: RequestInit) => Promise<Response>` is how a program writes `fetch`.
      return isResponse(type.result) ? tracer.external('global', 'fetch') : unknown('value known by its type', { node: type, env });
    case 'members':
      return unknown('value known by its type', { node: type, env });
    case 'other':
      return unknown('value without a type');
  }
}

/** What stands under a key of a type, also of one that is a class or something of a package. */
function underKey(tracer: Tracer, { of, key }: TypeNode & { kind: 'part' }, env: Env, depth: number): Value | undefined {
  const whole = typedValue(tracer, of, env, depth + 1);
  switch (whole.kind) {
    case 'unknown':
      return whole.type === undefined ? undefined : typedMember(tracer, whole.type.node, whole.type.env, key, depth + 1);
    case 'external':
      return external(tracer, tracer.libraries.member(whole, key));
    case 'object':
      return whole.properties.get(key)?.value();
    case 'instance': {
      const type = whole.cls.cls.members.find(({ name }) => name === key)?.type;
      return type === undefined ? undefined : typedValue(tracer, type, whole.cls.env, depth + 1);
    }
    default:
      return undefined;
  }
}

/** What is asserted to be of a type and shows nothing of it stands for any of that type: `{} as Database`. */
export function assertedValue(tracer: Tracer, { entries, asserted }: ObjectExpression, env: Env): Value | undefined {
  if (asserted === undefined || entries.length > 0) return undefined;
  const typed = typedValue(tracer, asserted, env);
  const tells = typed.kind === 'object' ? typed.properties.size > 0 : typed.kind === 'external' || typed.kind === 'instance';
  return tells ? typed : undefined;
}

/** The web's own `Response`, or a promise of one. */
function isResponse(type: TypeNode | undefined): boolean {
  if (type?.kind !== 'reference' || type.name.kind !== 'name' || type.name.binding !== undefined) return false;
  return type.name.name === 'Response' || (type.name.name === 'Promise' && isResponse(type.args[0]));
}

function reference(tracer: Tracer, type: TypeNode & { kind: 'reference' }, env: Env, depth: number): Value {
  if (env.module.language === 'python') return pythonType(tracer, type, env, depth);
  const name = type.name.kind === 'name' ? type.name.name : undefined;
  const first = type.args[0];
  if (name !== undefined && type.name.kind === 'name' && type.name.binding === undefined) {
    if (transparent.has(name) && first !== undefined) return typedValue(tracer, first, env, depth + 1);
    if (lists.has(name)) return array([], first === undefined ? unknown('item') : typedValue(tracer, first, env, depth + 1));
    if (sets.has(name)) {
      const item = first === undefined ? unknown('item') : typedValue(tracer, first, env, depth + 1);
      return { ...record({}, true), collection: 'set', others: [item] };
    }
    if (maps.has(name)) {
      const entry = type.args[1] === undefined ? someEntry() : typedValue(tracer, type.args[1], env, depth + 1);
      return { ...record({}, true), collection: 'map', others: [entry] };
    }
    if (plain.has(name)) return derived(`a ${name}`, []);
    if (name === 'ReturnType' && first?.kind === 'query') {
      const made = optionsOf(tracer.evaluate(first.value, env))[0];
      return made?.kind === 'function'
        ? tracer.callFunction(
            made,
            made.fn.parameters.map(() => unknown('argument')),
          )
        : unknown('result');
    }
    if (name === 'InstanceType' && first?.kind === 'query') {
      const made = optionsOf(tracer.evaluate(first.value, env))[0];
      return made?.kind === 'class'
        ? typeInstance(made)
        : made?.kind === 'external'
          ? external(tracer, tracer.libraries.constructed(made))
          : unknown('instance');
    }
  }
  const meant = declared(tracer, type.name, env);
  if (meant === undefined) return unknown(`value of type \`${name ?? '?'}\``);
  if ('library' in meant) {
    const instance = tracer.libraries.typed(meant);
    return instance === undefined ? derived(`a ${meant.path}`, []) : external(tracer, instance);
  }
  const { binding, holder } = meant;
  if (binding.source?.kind === 'class') {
    const cls = tracer.nameValue(binding, holder);
    return cls.kind === 'class' ? typeInstance(cls) : unknown('value of a class');
  }
  if (binding.source?.kind === 'type') {
    const inner = typedValue(tracer, binding.source.type, holder, depth + 1);
    return inner.kind === 'unknown' && inner.type === undefined ? unknown(`value of type \`${binding.name}\``) : inner;
  }
  return unknown(`value of type \`${binding.name}\``);
}

/** Types of Python are values: what the name stands for tells what an instance of it is. */
function pythonType(tracer: Tracer, type: TypeNode & { kind: 'reference' }, env: Env, depth: number): Value {
  const { name } = type;
  if (name.kind === 'name' && name.binding?.source?.kind === 'type') {
    const holder = env.holding(name.binding);
    return holder === undefined ? unknown('a type') : typedValue(tracer, name.binding.source.type, holder, depth + 1);
  }
  const what = optionsOf(tracer.evaluate(name, env)).find(({ kind }) => kind === 'class' || kind === 'external');
  if (what?.kind === 'class') return typeInstance(what);
  if (what?.kind !== 'external') return unknown(`value of type \`${name.kind === 'name' ? name.name : String(name.property)}\``);
  const data = dataOfType(what, () => type.args.map((arg) => typedValue(tracer, arg, env, depth + 1)));
  if (data !== undefined) return data;
  const instance = tracer.libraries.typed(what);
  return instance === undefined ? derived(`a ${what.path}`, []) : external(tracer, instance);
}

function external(tracer: Tracer, of: Reference): Value {
  return tracer.external(of.library, of.path);
}

type Declared = Reference | { readonly binding: Binding; readonly holder: Env };

/** Where a type name is declared. */
function declared(tracer: Tracer, name: Expression, env: Env): Declared | undefined {
  if (name.kind === 'member' && typeof name.property === 'string') {
    const of = declared(tracer, name.object, env);
    if (of === undefined) return undefined;
    if ('library' in of) return tracer.libraries.member(of, name.property);
    if (of.binding.source?.kind === 'import' && of.binding.source.imported === '*') {
      const { from } = of.binding.source;
      const file = tracer.program.resolve(from, of.holder.module.file);
      const own = ownPackage(tracer, from, of.holder.module.file, file);
      if (own !== undefined) return tracer.libraries.imported(own, name.property);
      return file === undefined ? undefined : exportedType(tracer, file, name.property, 0);
    }
    return undefined;
  }
  if (name.kind !== 'name' || name.binding === undefined) return undefined;
  const holder = env.holding(name.binding) ?? tracer.moduleEnv(env.module.file);
  return holder === undefined ? undefined : follow(tracer, name.binding, holder, 0);
}

function follow(tracer: Tracer, binding: Binding, holder: Env, depth: number): Declared | undefined {
  const { source } = binding;
  if (source?.kind !== 'import') return { binding, holder };
  const file = tracer.program.resolve(source.from, holder.module.file);
  const own = ownPackage(tracer, source.from, holder.module.file, file);
  if (own !== undefined) return source.imported === '*' ? { binding, holder } : tracer.libraries.imported(own, source.imported);
  if (file !== undefined) return source.imported === '*' ? { binding, holder } : exportedType(tracer, file, source.imported, depth + 1);
  if (source.from.startsWith('.')) return undefined;
  return tracer.libraries.imported(source.from, source.imported);
}

function exportedType(tracer: Tracer, file: string, name: string, depth: number): Declared | undefined {
  const env = tracer.moduleEnv(file);
  if (env === undefined || depth > 12) return undefined;
  for (const item of env.module.exports) {
    if (
      item.name === name &&
      'binding' in item &&
      (item.binding.kind === 'type' || item.binding.kind === 'class' || item.binding.kind === 'import')
    ) {
      return follow(tracer, item.binding, env, depth);
    }
    if (item.name === name && 'from' in item) return reexported(tracer, item.from, item.imported, file, depth);
  }
  for (const item of env.module.exports) {
    if (item.name !== '*' || !('from' in item)) continue;
    const target = tracer.program.resolve(item.from, file);
    const found = target === undefined ? undefined : exportedType(tracer, target, name, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function reexported(tracer: Tracer, from: string, imported: string, file: string, depth: number): Declared | undefined {
  const target = tracer.program.resolve(from, file);
  if (target !== undefined) return exportedType(tracer, target, imported, depth + 1);
  return from.startsWith('.') ? undefined : tracer.libraries.imported(from, imported);
}

/** A member of a value that is known by its type. */
export function typedMember(tracer: Tracer, type: TypeNode, env: Env, key: string, depth = 0): Value | undefined {
  if (depth > 8) return undefined;
  if (type.kind === 'intersection') {
    for (const option of type.options) {
      const found = typedMember(tracer, option, env, key, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (type.kind === 'reference') {
    const value = typedValue(tracer, type, env);
    return value.kind === 'unknown' && value.type !== undefined && value.type.node !== type
      ? typedMember(tracer, value.type.node, value.type.env, key, depth + 1)
      : undefined;
  }
  if (type.kind !== 'members') return undefined;
  const member = type.members.find((item) => item.name === key);
  if (member?.type !== undefined) return typedValue(tracer, member.type, env);
  for (const base of type.bases) {
    const found = typedMember(tracer, base, env, key, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The names of the members that a written type is known to have. */
export function memberNames(tracer: Tracer, type: TypeNode, env: Env, depth = 0): readonly string[] {
  if (depth > 8) return [];
  switch (type.kind) {
    case 'intersection':
      return type.options.flatMap((option) => memberNames(tracer, option, env, depth + 1));
    case 'reference': {
      const value = typedValue(tracer, type, env);
      return value.kind === 'unknown' && value.type !== undefined && value.type.node !== type
        ? memberNames(tracer, value.type.node, value.type.env, depth + 1)
        : [];
    }
    case 'members':
      return [...type.members.map(({ name }) => name), ...type.bases.flatMap((base) => memberNames(tracer, base, env, depth + 1))];
    default:
      return [];
  }
}

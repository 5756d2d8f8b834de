/** What code elsewhere may have assigned to a field, so that what it starts with decides nothing. */
import type { Binding, ClassMember, ClassNode, Expression, Module, TypeNode } from '../syntax/ir.js';
import type { Assigner } from './assigners.js';
import { baseOf } from './bases.js';
import type { Env, Remembered } from './env.js';
import { declaredName } from './links.js';
import { anyName } from './name-index.js';
import type { Tracer } from './tracer.js';
import { typedValue } from './types.js';
import {
  constant,
  distinct,
  laterReason,
  nextId,
  optionsOf,
  undefinedValue,
  union,
  unknown,
  type ClassValue,
  type ObjectValue,
  type Property,
  type Value,
} from './value.js';

const known = new WeakMap<ClassNode, Map<string, Remembered<readonly Value[]>>>();

/** What others may have assigned to a field of the instances of a class, or with `ofClass` of the class itself. */
export function outsideValues(
  tracer: Tracer,
  cls: ClassValue,
  name: string,
  member: Pick<ClassMember, 'closed'> | undefined,
  ofClass = false,
): readonly Value[] {
  let table = known.get(cls.cls);
  if (table === undefined) known.set(cls.cls, (table = new Map()));
  const key = `${ofClass ? 'static ' : ''}${name}`;
  const earlier = table.get(key);
  if (tracer.serves(earlier)) return tracer.reuse(earlier);
  // While it is looked at, nobody assigns it.
  table.set(
    key,
    tracer.remember(() => []),
  );
  // What stands in the body of a Python class is the class's, and each object has it.
  const kinds = ofClass
    ? (['class'] as const)
    : cls.env.module.language === 'python'
      ? (['instance', 'class'] as const)
      : (['instance'] as const);
  const held = (one: Assigner): boolean | undefined => {
    const answers = kinds.map((kind) => holds(tracer, one, cls, kind));
    return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
  };
  const answer = tracer.remember(() => {
    const isNear = (one: Assigner): boolean =>
      (member?.closed !== true || one.file === cls.env.module.file) && !(ofClass && isOwn(one, cls.cls));
    const named = tracer.elsewhere
      .assignersOf(name)
      .filter((one) => isNear(one) && held(one) !== false)
      .map((one) => {
        const value = told(one.value);
        // A text that may be meant for something else is no name of this.
        return held(one) === undefined && value.kind === 'constant' && typeof value.value === 'string' ? unknown(laterReason) : value;
      });
    const any = tracer.elsewhere.assignersOf(anyName).filter((one) => isNear(one) && held(one) === true);
    return distinct([...named, ...any.map(() => told(undefined))]);
  });
  table.set(key, answer);
  return answer.value;
}

/** A constant of a module of Python, with what others assign to it: `import state`, `state.dry = False`. */
export function withAssigned(tracer: Tracer, now: Value, { name }: Binding, { module }: Env): Value {
  const others = tracer.elsewhere.assignersOf(name).filter(({ of, file }) => {
    // Only an import can be a module.
    const root = rootOf(of);
    if (file === module.file || root.kind !== 'name' || root.binding?.source?.kind !== 'import') return false;
    const env = tracer.moduleEnv(file);
    const held = env === undefined ? undefined : heldBy(tracer, of, env);
    return held !== undefined && optionsOf(held).some((option) => option.kind === 'namespace' && option.file === module.file);
  });
  return others.length === 0
    ? now
    : beside(
        now,
        others.map(({ value }) => told(value)),
      );
}

/** An object that a module declares, with what others who hold it assign to those of its properties that are constants. */
export function withOutside(tracer: Tracer, now: ObjectValue, binding: Binding, { module }: Env): ObjectValue {
  const value = now.grownFrom ?? now;
  if (value.collection !== undefined) return now;
  const names = exportedNames(module, binding);
  const found = new Map<string, Value[]>();
  const add = (key: string, to: Value): void => void found.set(key, [...(found.get(key) ?? []), to]);
  for (const name of names)
    for (const one of tracer.elsewhere.assignersOf(`${name}.`))
      if (one.file !== module.file && importedBy(tracer, one)?.binding === binding) add(one.name, told(one.value));
  for (const [key, { written }] of value.properties)
    if (written?.value.kind === 'literal' && typeof written.value.value === 'boolean')
      for (const one of tracer.elsewhere.assignersOf(key))
        if (mayBeHanded(tracer, one, module, names.length > 0)) add(key, told(one.value));
  if (found.size === 0) return now;
  const any = found.get(anyName) ?? [];
  const properties = new Map<string, Property>(value.properties);
  for (const [key, property] of properties) {
    const more = [...(found.get(key) ?? []), ...any];
    if (more.length > 0)
      properties.set(
        key,
        valued(property, () => beside(property.value(), more)),
      );
  }
  for (const [key, more] of found)
    if (key !== anyName && !properties.has(key)) properties.set(key, { value: () => union([undefinedValue, ...more]) });
  return { ...value, id: nextId(), properties, open: value.open || any.length > 0 };
}

/** A function may be handed the object: it assigns to a parameter that may be any object, and its module knows the object. */
function mayBeHanded(tracer: Tracer, { of, file }: Assigner, module: Module, exported: boolean): boolean {
  if (of.kind !== 'name' || of.binding?.source?.kind !== 'parameter') return false;
  const env = tracer.moduleEnv(file);
  const knows =
    file === module.file || (exported && env?.module.requests.some((from) => tracer.program.resolve(from, file) === module.file) === true);
  const value = env === undefined || !knows ? undefinedValue : heldBy(tracer, of, env);
  return value === undefined || value.kind === 'unknown';
}

/** A client that is kept is what it is known to be. */
export function beside(start: Value, more: readonly Value[]): Value {
  return optionsOf(start).every(({ kind }) => kind === 'constant') ? union([start, ...more]) : start;
}

function exportedNames({ exports }: Module, binding: Binding): readonly string[] {
  return exports.flatMap((item) => {
    const exported = 'binding' in item ? item.binding : 'value' in item && item.value.kind === 'name' ? item.value.binding : undefined;
    return exported === binding ? [item.name] : [];
  });
}

/** What `state` or `settings.state` means where it is imported. */
function importedBy(tracer: Tracer, { of, file }: Assigner): ReturnType<typeof declaredName> {
  const [name, key] = of.kind === 'member' ? [of.object, of.property] : [of, undefined];
  const source = name.kind === 'name' ? name.binding?.source : undefined;
  if (source?.kind !== 'import' || (source.imported === '*') !== (typeof key === 'string')) return undefined;
  return declaredName(tracer, typeof key === 'string' ? { from: source.from, imported: key } : source, file);
}

/** A literal is what it is; everything else is only known where it runs. */
export function told(value: Expression | undefined): Value {
  return value?.kind === 'literal' && value.form === undefined ? constant(value.value) : unknown(laterReason);
}

/** Code of the class assigns it to the class by its name, which whoever asks for it sees. */
function isOwn({ of }: Assigner, cls: ClassNode): boolean {
  const source = of.kind === 'name' ? of.binding?.source : undefined;
  return source?.kind === 'class' && source.cls === cls && of.span.start >= cls.span.start && of.span.end <= cls.span.end;
}

/** Whether what is assigned to is of the class; `undefined` when nobody can tell. */
function holds(tracer: Tracer, { of, file }: Assigner, cls: ClassValue, kind: 'class' | 'instance'): boolean | undefined {
  const env = tracer.moduleEnv(file);
  const own = kind === 'instance' ? classOfSelf(of) : undefined;
  if (own !== undefined) return own === cls.cls || (own.base === undefined && cls.cls.base === undefined ? false : undefined);
  const value = env === undefined ? undefined : heldBy(tracer, of, env);
  if (value === undefined) return kind === 'class' ? false : undefined;
  const options = optionsOf(value);
  const ofKind = options.flatMap((option) => (option.kind === 'instance' ? [option.cls] : []));
  const classes = kind === 'class' ? options.filter((option) => option.kind === 'class') : ofKind;
  if (classes.some((one) => areRelated(tracer, one, cls))) return true;
  return kind === 'instance' && options.some((option) => option.kind === 'unknown') ? undefined : false;
}

/** `const self = this;` in a method: its class. */
function classOfSelf(of: Expression): ClassNode | undefined {
  const source = of.kind === 'name' ? of.binding?.source : undefined;
  if (source?.kind !== 'value' || source.path.length > 0 || source.value.kind !== 'this') return undefined;
  let at = of.kind === 'name' ? of.binding?.owner : undefined;
  while (at !== undefined && at.kind !== 'module' && at.kind !== 'class') at = at.outer;
  return at?.kind === 'class' ? at : undefined;
}

/** What an expression stands for, as far as that can be told without running the function that it stands in. */
function heldBy(tracer: Tracer, of: Expression, env: Env): Value | undefined {
  if (of.kind === 'member' && typeof of.property === 'string') {
    const root = rootOf(of);
    return root.kind === 'name' && root.binding?.owner.kind === 'module' ? tracer.evaluate(of, env) : undefined;
  }
  if (of.kind !== 'name' || of.binding === undefined) return undefined;
  const { binding } = of;
  if (binding.owner.kind === 'module') return tracer.evaluate(of, env);
  const { source } = binding;
  const type: TypeNode | undefined =
    binding.type ??
    (source?.kind === 'parameter' && source.path.length === 0 && !source.rest ? source.fn.parameters[source.index]?.type : undefined);
  if (type !== undefined) return typedValue(tracer, type, env);
  const start = source?.kind === 'value' && source.path.length === 0 && binding.writes.length === 0 ? source.value : undefined;
  if (start?.kind !== 'call' || !start.isNew || start.callee.kind !== 'name') return undefined;
  if (start.callee.binding?.owner.kind !== 'module') return undefined;
  const made = tracer.evaluate(start.callee, env);
  return made.kind === 'class' ? { kind: 'instance', id: 0, cls: made } : made.kind === 'external' ? made : undefined;
}

function rootOf(expression: Expression): Expression {
  let at = expression;
  while (at.kind === 'member') at = at.object;
  return at;
}

/** They are the same, or one inherits from the other. */
function areRelated(tracer: Tracer, a: ClassValue, b: ClassValue): boolean {
  return inherits(tracer, a, b) || inherits(tracer, b, a);
}

function inherits(tracer: Tracer, start: ClassValue, from: ClassValue): boolean {
  let at: Value | undefined = start;
  for (let guard = 0; at?.kind === 'class' && guard < 20; guard++) {
    if (at.cls === from.cls) return true;
    at = baseOf(tracer, at);
  }
  return false;
}

/** A property at the same place with another value. */
function valued({ at, keyAt, written }: Property, value: () => Value): Property {
  return {
    value,
    ...(at === undefined ? {} : { at }),
    ...(keyAt === undefined ? {} : { keyAt }),
    ...(written === undefined ? {} : { written }),
  };
}

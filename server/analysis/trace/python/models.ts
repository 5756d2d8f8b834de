/** Classes of data: dataclasses, pydantic models and the like take their fields as arguments. */
import type { CallExpression, ClassMember, Expression } from '../../syntax/ir.js';
import type { Env } from '../env.js';
import type { Tracer } from '../tracer.js';
import { typedValue } from '../types.js';
import { laterReason, unknown, type ClassValue, type InstanceValue, type Value } from '../value.js';
import { keywordsIn, positional } from './arguments.js';

/** A field that may have been given by name, as anything. */
export const openField: Value = unknown(laterReason);

/** Classes whose fields come from the environment unless they are given. */
const settings = /(?:^|\.)BaseSettings$/;

/**
 * What a field with a type may hold beside the yes, no or nothing that it starts with, where nobody sees what the object is made of: it is
 * known by its type, is made of a dictionary, or asks the environment.
 */
export function otherwise(
  tracer: Tracer,
  { args }: InstanceValue,
  cls: ClassValue,
  [field, ...more]: readonly ClassMember[],
  line: readonly Value[],
  env: Env,
): readonly Value[] {
  if (cls.env.module.language !== 'python' || field?.annotated !== true || field.type === undefined || more.length > 0) return [];
  if (field.value?.kind !== 'literal') return [];
  const bases = line.flatMap((one) => (one.kind === 'external' && one.library !== 'py:builtins' ? [one.path] : []));
  const inherits = bases.length > 0 || line.some(({ kind }) => kind === 'unknown');
  const isData = inherits || (cls.cls.decorators.length > 0 && !hasConstructor(line));
  const asks = bases.some((path) => settings.test(path));
  // A constructor of its own hands to the one that it inherits what it likes.
  const isOpen = args === undefined || keywordsIn(args)?.open === true || asks || hasConstructor(line);
  // Texts are taken for what is written there: an address, a program.
  const { value } = field.value;
  const decides = typeof value === 'boolean' || value === null || field.type.kind === 'union' || field.type.kind === 'literal' || asks;
  return isData && isOpen && decides ? [typedValue(tracer, field.type, env)] : [];
}

function hasConstructor(line: readonly Value[]): boolean {
  return line.some((one) => one.kind === 'class' && one.cls.members.some(({ kind }) => kind === 'constructor'));
}

/** What an instance was given for a field that its class declares with a type, when no class of its line has a constructor of its own. */
export function fieldArgument(
  { args }: InstanceValue,
  cls: ClassValue,
  members: readonly ClassMember[],
  line: readonly Value[],
): Value | undefined {
  const [field] = members;
  if (args === undefined || cls.env.module.language !== 'python' || members.length !== 1 || field?.annotated !== true) return undefined;
  if (hasConstructor(line)) return undefined;
  const keywords = keywordsIn(args);
  const named = keywords?.properties.get(field.name ?? '');
  if (named !== undefined) return named.value();
  // `Settings(**values)` may give any of them.
  if (keywords?.open === true) return openField;
  const fields = line.flatMap((one) => (one.kind === 'class' ? one.cls.members.filter(({ annotated }) => annotated === true) : []));
  const index = fields.indexOf(field);
  return index < 0 ? undefined : positional(args)[index];
}

const fieldFunctions = /^(?:py:(?:dataclasses|pydantic(?:\.\w+)?|attrs?|attr|sqlmodel|msgspec)): (?:field|Field|PrivateAttr|ib|attrib)$/;
const factories: ReadonlySet<string> = new Set(['default_factory', 'factory']);
const calls = new WeakMap<Expression, CallExpression>();

/**
 * The call of what makes the value of a field: `field(default_factory=Storage)` starts with `Storage()`. Lists and dictionaries that are
 * made like this may be filled by anybody, and stay data.
 */
export function factoryCall(tracer: Tracer, value: Expression, env: Env): CallExpression | undefined {
  if (value.kind !== 'call' || value.isNew || env.module.language !== 'python') return undefined;
  const factory = value.args.find(({ name }) => name !== undefined && factories.has(name))?.value;
  if (factory === undefined) return undefined;
  const callee = tracer.evaluate(value.callee, env);
  if (callee.kind !== 'external' || !fieldFunctions.test(`${callee.library}: ${callee.path}`)) return undefined;
  const made = tracer.evaluate(factory, env);
  if (made.kind !== 'class' && made.kind !== 'function') return undefined;
  let call = calls.get(value);
  if (call === undefined) {
    const { span } = factory;
    calls.set(value, (call = { kind: 'call', callee: factory, args: [], isNew: false, optional: false, span, argsSpan: span }));
  }
  return call;
}

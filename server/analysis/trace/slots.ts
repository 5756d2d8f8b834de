/** Where values of a call or an object stand, and where missing ones would go. */
import type { Access, CallSite, ObjectSite, Place, Slot, Span } from '../../../rules/kit/index.js';
import type { CallExpression, Expression, ObjectExpression } from '../syntax/ir.js';
import type { Env } from './env.js';
import { placeOfArgument } from './invoke.js';
import type { Tracer } from './tracer.js';
import { optionsOf, type ObjectValue, type Value } from './value.js';

/** Layout of an object literal. */
export function objectSite(expression: ObjectExpression, file: string): ObjectSite {
  return {
    file,
    span: expression.span,
    entries: expression.entries.map((entry) => ({
      key: entry.kind === 'spread' || typeof entry.key !== 'string' ? null : entry.key,
      span: entry.span,
      value: entry.value.span,
    })),
  };
}

/** The literal that an object value was written as, if it was. */
export function siteOf(value: Value | undefined): ObjectSite | undefined {
  if (value?.kind !== 'object' || value.file === undefined) return undefined;
  if (value.node?.kind === 'call') return keywordSite(value.node, value.file);
  return value.node?.kind === 'object' ? objectSite(value.node, value.file) : undefined;
}

/** The arguments by name of a Python call, which are the entries of what it makes. */
export function keywordSite(call: CallExpression, file: string): ObjectSite {
  return {
    file,
    span: call.argsSpan,
    entries: call.args.map(({ name, span, value }) => ({
      key: name === undefined || name === '**' ? null : name,
      span,
      value: value.span,
    })),
  };
}

export function callSite(call: CallExpression, file: string): CallSite {
  return { file, span: call.argsSpan, args: call.args.map((argument) => argument.span) };
}

/**
 * The slot that an access path names in a call. A missing property is inserted into the deepest literal on the way; a
 * missing argument behind the others. Where a variable or spread stands in between, its own literal is taken.
 */
export function slotOf(tracer: Tracer, call: CallExpression, env: Env, access: Access): Slot {
  const { file } = env.module;
  const match = placeOfArgument.exec(access);
  const unpacked = call.args.filter((argument) => argument.spread);
  if (match === null || unpacked.some(({ name, value }) => name !== '**' || !lacks(tracer.evaluate(value, env), match[2]))) return { file };
  const index = match[1] === '' ? -1 : Number(match[1]);
  const path = match[3]?.split('.') ?? [];
  const byPlace = call.args[index];
  if (call.decorates === true)
    return match[2] === undefined
      ? { file }
      : { file, insert: { kind: 'brackets', decorator: call.callee.span, path: [match[2], ...path] } };
  const argument =
    call.args.find(({ name }) => name !== undefined && name === match[2]) ?? (byPlace?.name === undefined ? byPlace : undefined);
  if (argument === undefined && match[2] !== undefined) {
    const apart = unpacked.length === 0 ? {} : { apart: true as const };
    return { file, insert: { kind: 'property', object: keywordSite(call, file), path: [match[2], ...path], ...apart } };
  }
  if (argument === undefined) {
    return call.args.length === index ? { file, insert: { kind: 'argument', call: callSite(call, file), index, path } } : { file };
  }
  return slotIn(tracer, argument.value, env, path);
}

/** The slot at a property path below an expression. */
export function slotIn(tracer: Tracer, expression: Expression, env: Env, path: readonly string[]): Slot {
  const value = tracer.evaluate(expression, env);
  if (path.length === 0) {
    const object = siteOf(value);
    const own = expression.kind === 'object' || (value.kind === 'object' && value.node === expression);
    return { file: env.module.file, existing: expression.span, ...(object === undefined || !own ? {} : { object }) };
  }
  if (value.kind !== 'object') {
    const { file, language } = env.module;
    const joins = language === 'typescript' && path.length === 1 && mayBeObject(value) && lacks(value, path[0]);
    return joins ? { file, insert: { kind: 'around', value: expression.span, path } } : { file };
  }
  return slotBelow(value, path) ?? { file: env.module.file };
}

/** Each thing that it may be is known, and has nothing of this name. */
function lacks(value: Value, name: string | undefined): boolean {
  return (
    name !== undefined &&
    optionsOf(value).every((option) => (option.kind === 'object' ? !option.open && !option.properties.has(name) : isNothing(option)))
  );
}

function isNothing(value: Value): boolean {
  return value.kind === 'constant' && (value.value === undefined || value.value === null);
}

function mayBeObject(value: Value): boolean {
  return optionsOf(value).some(({ kind }) => kind === 'object');
}

/** The slot at a property path of an object value; `undefined` when its literal is not known. */
export function slotBelow(value: ObjectValue, path: readonly string[]): Slot | undefined {
  const site = siteOf(value);
  if (site === undefined) return undefined;
  const [key, ...rest] = path as [string, ...string[]];
  const property = value.properties.get(key);
  const entry = site.entries.find((item) => item.key === key);
  if (property === undefined) {
    // A spread or computed key may already set it.
    return value.open ? { file: site.file } : { file: site.file, insert: { kind: 'property', object: site, path } };
  }
  const inner = property.value();
  if (rest.length > 0) {
    const objects = optionsOf(inner).filter((option): option is ObjectValue => option.kind === 'object');
    return (objects.length === 1 ? slotBelow(objects[0]!, rest) : undefined) ?? { file: site.file };
  }
  const at: Place | undefined = property.at ?? (entry === undefined ? undefined : { file: site.file, span: entry.value });
  if (at === undefined) return { file: site.file };
  const object = siteOf(inner);
  return { file: at.file, existing: at.span, ...(object === undefined || !contains(at.span, object.span) ? {} : { object }) };
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

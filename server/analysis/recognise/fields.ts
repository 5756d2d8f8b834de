/** Reads the parts of a definition from values. */
import type { Access, Place, Places, Slot, Span, ToolShape } from '../../../rules/kit/index.js';
import type { Env } from '../trace/env.js';
import { argumentOf } from '../trace/invoke.js';
import { memberOf } from '../trace/members.js';
import { slotBelow } from '../trace/slots.js';
import type { Tracer } from '../trace/tracer.js';
import { constant, optionsOf, originalOf, stringOf, undefinedValue, union, type ObjectValue, type Value } from '../trace/value.js';
import type { Carrier } from './carried-tier.js';
import type { Definition } from './definition.js';
import { copiesOf } from './definition-place.js';

/** The names that a value can be. A name that is made at run time has no place. */
export function names(value: Value | undefined): readonly { readonly text: string; readonly at: Place | undefined }[] {
  return optionsOf(value ?? undefinedValue).flatMap((option) => {
    const text = stringOf(option);
    return text === undefined ? [] : [{ text, at: option.kind === 'constant' ? option.at : undefined }];
  });
}

/** The names that a definition says. */
export function namesIn(tracer: Tracer, of: Value, { name, plainName }: Pick<ToolShape, 'name' | 'plainName'>): ReturnType<typeof names> {
  for (const path of typeof name === 'string' ? [name] : (name ?? [])) {
    const found = names(nameValue(field(tracer, of, path))).filter(({ text }) => text !== '');
    if (found.length > 0)
      return plainName === true ? found.map(({ text, at }) => ({ text: text.replaceAll(/[^\dA-Za-z]/g, '_'), at })) : found;
  }
  return [];
}

/** A property of a definition that says something. */
export function optional<K extends string>(key: K, value: Value | undefined): { readonly [P in K]?: Value } {
  return value === undefined || (value.kind === 'constant' && value.value === undefined)
    ? {}
    : ({ [key]: value } as { readonly [P in K]: Value });
}

/** An object with a spread, or a value that could not be told. */
export function isOpen(value: Value | undefined): boolean {
  return value !== undefined && optionsOf(value).some((option) => option.kind === 'unknown' || (option.kind === 'object' && option.open));
}

/** The value at the first place of a call that holds one. */
export function placed(tracer: Tracer, places: Places | undefined, args: readonly Value[], receiver?: Value): Value | undefined {
  for (const access of placesOf(places)) {
    const value = access.startsWith('this.')
      ? argumentOf(tracer, access.slice('this.'.length) as Access, receiver?.kind === 'external' ? (receiver.args ?? []) : [])
      : argumentOf(tracer, access, args);
    if (value !== undefined && !(value.kind === 'constant' && (value.value === undefined || value.value === null))) return value;
  }
  return undefined;
}

export function placesOf(places: Places | undefined): readonly Access[] {
  return places === undefined ? [] : typeof places === 'string' ? [places] : places;
}

/** A function, and a class of Python, stands for its own name. */
export function nameValue(value: Value | undefined): Value | undefined {
  if (value?.kind === 'class' && value.env.module.language === 'python') return spelled(value.cls.name, value.cls.nameSpan, value.env);
  if (value?.kind !== 'function') return value;
  const { fn, env } = originalOf(value);
  return spelled(fn.name, fn.nameSpan, env);
}

function spelled(name: string | undefined, span: Span | undefined, { module }: Env): Value | undefined {
  return name === undefined || name === '' ? undefined : constant(name, span === undefined ? undefined : { file: module.file, span });
}

/** `a.b` of a value; `make().b` is read from what the method returns. */
export function field(tracer: Tracer, of: Value, path: string | undefined): Value | undefined {
  if (path === undefined) return undefined;
  let value = of;
  for (const key of path.split('.')) {
    value = memberOf(tracer, value, key.replace('()', ''));
    if (key.endsWith('()'))
      value = union(optionsOf(value).flatMap((option) => (option.kind === 'function' ? tracer.callFunction(option, []) : [])));
  }
  return value.kind === 'constant' && value.value === undefined ? undefined : value;
}

export function firstField(tracer: Tracer, of: Value, paths: readonly string[] | undefined): Value | undefined {
  for (const path of paths ?? []) {
    const value = field(tracer, of, path);
    if (value !== undefined && value.kind !== 'unknown') return value;
  }
  return undefined;
}

type Shaped = Pick<
  Definition,
  | 'title'
  | 'output'
  | 'outputSlot'
  | 'carriers'
  | 'configOpen'
  | 'description'
  | 'input'
  | 'hints'
  | 'labels'
  | 'handler'
  | 'gate'
  | 'timeout'
  | 'skips'
  | 'inputAt'
> & {
  readonly hintSlot?: Slot;
};

/** What is said of a tool that the framework only carries. */
export function labelled(tracer: Tracer, { labels }: ToolShape, value: Value): Pick<Definition, 'labels'> {
  return labels === undefined ? {} : { labels: labels.flatMap((one) => field(tracer, value, one) ?? []) };
}

/** The object itself, and those from which it took its name. */
function carriersOf(tracer: Tracer, { name }: ToolShape, value: ObjectValue): readonly Carrier[] {
  const key = typeof name === 'string' ? name : name?.find((one) => value.properties.has(one));
  const text = key === undefined ? undefined : stringOf(field(tracer, value, key));
  return text === undefined ? [value] : copiesOf(tracer, value, key!, text);
}

/** What an object says of a tool. */
export function shaped(tracer: Tracer, shape: ToolShape, value: ObjectValue): Shaped {
  const hintSlot = shape.hints === undefined ? undefined : slotBelow(value, shape.hints.split('.'));
  const outputSlot = shape.output === undefined ? undefined : slotBelow(value, [shape.output]);
  return {
    carriers: carriersOf(tracer, shape, value),
    ...optional('title', field(tracer, value, shape.title)),
    ...optional('output', field(tracer, value, shape.output)),
    ...(outputSlot === undefined ? {} : { outputSlot }),
    ...(value.open ? { configOpen: true } : {}),
    ...optional('description', firstField(tracer, value, shape.description)),
    ...optional('input', firstField(tracer, value, shape.input)),
    ...optional('hints', field(tracer, value, shape.hints)),
    ...labelled(tracer, shape, value),
    ...optional('handler', firstField(tracer, value, shape.handler)),
    ...optional('gate', field(tracer, value, shape.gate)),
    ...optional('timeout', field(tracer, value, shape.timeout)),
    ...optional('skips', field(tracer, value, shape.skips)),
    ...(shape.inputAt === undefined ? {} : { inputAt: shape.inputAt }),
    ...(hintSlot === undefined ? {} : { hintSlot }),
  };
}

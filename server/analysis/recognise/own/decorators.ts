/** Decorators of a project that write down what a model may call: `@Action({ name, description, schema })` above a method. */
import { bodyOf } from '../../syntax/inner.js';
import type { Field, Framework, OwnShape, ToolDecorator } from '../../../../rules/kit/index.js';
import type { CallExpression } from '../../syntax/ir.js';
import { classEnv } from '../../trace/instances.js';
import { calleesOf } from '../../trace/invoke.js';
import { memberOf } from '../../trace/members.js';
import { eachInBody } from '../../trace/parts.js';
import type { Tracer } from '../../trace/tracer.js';
import { typeInstance } from '../../trace/type-instance.js';
import {
  constant,
  optionsOf,
  record,
  stringOf,
  type ClassValue,
  type FunctionValue,
  type ObjectValue,
  type Value,
} from '../../trace/value.js';
import type { DecoratorDraft } from '../draft.js';
import { saysTool } from './words.js';
import { lastName } from '../../syntax/last-name.js';

export type OwnFramework = Framework & { readonly own: OwnShape };

/** A text in which a decorator may describe a method to a model. */
export function mayDescribe(text: string): boolean {
  return (
    /@\w{0,40}[Tt]ool\w{0,40}\(/.test(text) ||
    (/@\w{1,60}\(/.test(text) && text.includes('description') && /[sS]chema|params|parameters/.test(text))
  );
}

/** The tools that decorators of the project make of the methods of a class. */
export function ownDecoratorDrafts(tracer: Tracer, framework: OwnFramework, cls: ClassValue): readonly DecoratorDraft[] {
  return cls.cls.members.flatMap(({ value: fn }) => {
    if (fn?.kind !== 'function') return [];
    const method = tracer.functionValue(fn, classEnv(typeInstance(cls), cls));
    return fn.decorators.flatMap((call) => (call.kind === 'call' ? (ownDecoratorDraft(tracer, framework, cls, call, method) ?? []) : []));
  });
}

/**
 * The tool that a decorator of the project makes of a method. It says so by its name, or what it keeps of the method has all
 * parts of a tool: a name, a description, a schema and the function.
 */
function ownDecoratorDraft(
  tracer: Tracer,
  framework: OwnFramework,
  cls: ClassValue,
  call: CallExpression,
  method: FunctionValue,
): DecoratorDraft | undefined {
  const args = tracer.arguments(call, cls.env);
  const options = optionsOf(args[0] ?? constant(undefined)).find((option) => option.kind === 'object');
  const { own } = framework;
  const said = saysTool(lastName(call.callee));
  for (const { value } of calleesOf(tracer, call, cls.env)) {
    if (value.kind !== 'function') continue;
    const kept = keptBy(tracer, own, value, args, cls, method);
    const isTool = said ? (kept ?? options) !== undefined && has(tracer, (kept ?? options)!, own.description) : kept?.whole === true;
    if (!isTool) continue;
    const name = kept === undefined ? undefined : nameIn(tracer, kept, own.name);
    return {
      kind: 'decorator',
      framework,
      library: framework.id,
      env: cls.env,
      call,
      // What it keeps says it as well, where the call is handed texts.
      args: options === undefined && kept !== undefined ? [kept, ...args] : args,
      form: formOf(own),
      method,
      ...(name === undefined ? {} : { named: name }),
    };
  }
  return undefined;
}

function formOf(own: OwnShape): ToolDecorator {
  const plain = (fields: readonly Field[]): readonly Field[] => fields.filter((field) => !field.includes('.'));
  return {
    call: '*',
    options: 'arg 0',
    shape: { name: plain(own.name), description: plain(own.description), input: plain(own.input), hints: 'annotations' },
    injects: true,
  };
}

type Kept = ObjectValue & { readonly whole: boolean };

/** The object that the decorator makes of its options and the method. */
function keptBy(
  tracer: Tracer,
  own: OwnShape,
  decorator: FunctionValue,
  args: readonly Value[],
  cls: ClassValue,
  method: FunctionValue,
): Kept | undefined {
  const applied = optionsOf(tracer.callFunction(decorator, args)).find((option) => option.kind === 'function');
  if (applied?.kind !== 'function' || applied.fn.parameters.length < 2) return undefined;
  const { env } = tracer.activation(applied, givenTo(applied, cls, method));
  let found: Kept | undefined;
  tracer.touchAll(bodyOf(applied.env.module, applied.fn));
  eachInBody(
    applied.fn.body,
    (part) => {
      if (part.kind !== 'object' || found?.whole === true) return;
      const value = tracer.evaluate(part, env);
      if (value.kind !== 'object') return;
      const rows = [own.name, own.description, own.input, own.handler].filter((fields) => has(tracer, value, fields)).length;
      if (rows >= 2 && has(tracer, value, own.description)) found = { ...value, whole: rows === 4 };
    },
    false,
  );
  return found;
}

/** What the language calls a decorator with: the class's own object, the key and a descriptor; or the method and a context. */
function givenTo({ fn }: FunctionValue, cls: ClassValue, method: FunctionValue): readonly Value[] {
  const key = constant(method.fn.name ?? '');
  if (fn.parameters.length === 2 && /^_?(?:context|ctx)$/.test(fn.parameters[1]?.bindings[0]?.name ?? ''))
    return [method, record({ kind: constant('method'), name: key }, true)];
  return [record({ constructor: cls }, true), key, record({ value: method }, true)];
}

function has(tracer: Tracer, value: ObjectValue, fields: readonly Field[]): boolean {
  return fields.some((field) => value.properties.has(field) && !isNothing(memberOf(tracer, value, field)));
}

function isNothing(value: Value): boolean {
  return value.kind === 'constant' && (value.value === undefined || value.value === null);
}

function nameIn(tracer: Tracer, value: ObjectValue, fields: readonly Field[]): string | undefined {
  for (const field of fields) {
    const text = value.properties.has(field) ? stringOf(memberOf(tracer, value, field)) : undefined;
    if (text !== undefined) return text;
  }
  return undefined;
}

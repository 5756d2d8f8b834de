/** What a handler is called with. */
import type { Tracer } from '../trace/tracer.js';
import { constant, record, type Fixed, type FunctionValue, type InputValue, type ObjectValue, type Value } from '../trace/value.js';
import type { Definition } from './definition.js';
import { requestFor } from './from-list.js';
import { injectedArguments } from './injected.js';

type Major = (library: string, file: string) => number | undefined;

/** The arguments that the framework gives to a tool's handler. */
export function handlerArguments(tracer: Tracer, major: Major, definition: Definition, fn: FunctionValue, fixed?: Fixed): readonly Value[] {
  const { framework } = definition;
  const input: InputValue = { kind: 'input', path: '', role: 'input', ...(fixed === undefined ? {} : { fixed }) };
  if (definition.argumentsOf !== undefined) return definition.argumentsOf(fn, input);
  const extra = contextValue(tracer, definition);
  if (definition.dispatched?.name === '') return [constant(definition.name), input];
  if (definition.dispatched !== undefined) {
    const { name, input: path, at = 0, asked, next } = definition.dispatched;
    const plain = requestFor(definition.name, name, path, input);
    const request = asked === undefined ? plain : { ...plain, others: [tracer.external(definition.library, `${asked}#`)] };
    if (next !== undefined) return [request, tracer.external(definition.library, next)];
    return [...Array.from({ length: at }, () => extra), request, extra];
  }
  if (framework.context?.aloneWithoutInput === true && definition.input === undefined) return [extra, extra];
  const { handler } = definition;
  if (definition.injects === true && handler?.kind === 'function') return injectedArguments(tracer, handler, input);
  return [firstArgument(tracer, major, definition, input, extra), extra, extra];
}

/** The model's arguments, or the object that holds them. */
function firstArgument(
  tracer: Tracer,
  major: Major,
  { inputAt, library, at, framework }: Definition,
  input: InputValue,
  extra: ObjectValue,
): Value {
  if (inputAt === undefined) return input;
  const until = typeof inputAt === 'string' ? undefined : inputAt.until;
  const installed = until === undefined ? undefined : major(library, at.file);
  if (until !== undefined && installed !== undefined && installed > until) return input;
  const field = typeof inputAt === 'string' ? inputAt : inputAt.field;
  // Where the version is not known, both manners are.
  const both = until !== undefined && installed === undefined;
  const make = (): ObjectValue => ({
    ...holding(field.split('.'), input, both ? [input] : extra.others, extra.properties),
  });
  return input.fixed === undefined ? once(tracer, `${framework.id} ${library} ${field} ${both}`, make) : make();
}

/** An object with the model's arguments at a path, and what else it has. */
function holding(path: readonly string[], input: Value, others: readonly Value[], beside: ObjectValue['properties']): ObjectValue {
  const [head, ...rest] = path as [string, ...string[]];
  const inner = rest.length === 0 ? input : holding(rest, input, others, new Map());
  return {
    ...record({ ...Object.fromEntries([...beside].map(([key, property]) => [key, property.value()])), [head]: inner }, true),
    others,
  };
}

const objects = new WeakMap<Tracer, Map<string, ObjectValue>>();

/** One object for each key, so that what is remembered of handlers is found again. */
function once(tracer: Tracer, key: string, make: () => ObjectValue): ObjectValue {
  let table = objects.get(tracer);
  if (table === undefined) objects.set(tracer, (table = new Map()));
  let value = table.get(key);
  if (value === undefined) table.set(key, (value = make()));
  return value;
}

/** What the handler gets beside the arguments: call ids, and the rest of the package's context. */
function contextValue(tracer: Tracer, { framework, library }: Definition): ObjectValue {
  return once(tracer, `${framework.id} ${library}`, () =>
    contextObject(tracer, library, `${framework.context?.type ?? 'Context'}#`, [
      ...(framework.callIds ?? []).map((path) => ({ path: path.split('.'), name: path, role: 'call-id' as const })),
      ...(framework.requestIds ?? []).map((path) => ({ path: path.split('.'), name: path, role: 'request-id' as const })),
    ]),
  );
}

interface ContextId {
  readonly path: readonly string[];
  readonly name: string;
  readonly role: 'call-id' | 'request-id';
}

/** An object with the known ids at their paths; all other members are the package's own. */
function contextObject(tracer: Tracer, library: string, path: string, ids: readonly ContextId[]): ObjectValue {
  const heads = new Set(ids.map((id) => id.path[0]!));
  const members = [...heads].map((head): [string, Value] => {
    const own = ids.find((id) => id.path.length === 1 && id.path[0] === head);
    if (own !== undefined) return [head, { kind: 'input', path: own.name, role: own.role }];
    const inner = ids.filter((id) => id.path[0] === head).map((id) => ({ ...id, path: id.path.slice(1) }));
    return [head, contextObject(tracer, library, path.endsWith('#') ? path + head : `${path}.${head}`, inner)];
  });
  return { ...record(Object.fromEntries(members), true), others: [tracer.external(library, path)] };
}

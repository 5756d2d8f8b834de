/** Requests of clients that nobody described: the method and the address stand in the call. */
import type { Access, RowOptions } from '../../../rules/kit/index.js';
import type { LibraryCall } from './access.js';
import { plainEffect, type DirectEffect, type Outcome, type Tables } from './direct-effect.js';
import { httpEffects } from './http-effects.js';
import { argumentOf } from './invoke.js';
import type { Tracer } from './tracer.js';
import { textParts } from './text-parts.js';
import { optionsOf, stringOf, type Value } from './value.js';

/** `client.post('/items', body)`, `connection.requestPost('/items', body)` */
const verb = /^(?:request|http|send|do|api)?_?(get|head|post|put|patch|delete|del)(?:Json|JSON|Raw|Request)?$/i;
const sending =
  /^_?(?:request|fetch|send|call|execute|invoke|api|query)?_?(?:request|fetch|send|call|api|http|raw)?(?:Request|Raw|Json|JSON|Api|API)?$/;
const methods = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/i;

interface Shape {
  readonly url: Access;
  readonly method: NonNullable<RowOptions['method']>;
  readonly body: Access;
  readonly headers: Access;
}

/** What a call sends whose name and arguments are those of an HTTP request; `undefined` for anything else. */
export function byRequest(tracer: Tracer, tables: Tables, name: string, api: string, why: string, call: LibraryCall): Outcome | undefined {
  if (call.call.isNew || call.args.some(({ kind }) => kind === 'function')) return undefined;
  const shape = shapeOf(tracer, name, call.args);
  if (shape === undefined) return undefined;
  const { url, ...options } = shape;
  const { receiver: _receiver, ...plain } = call;
  const found = httpEffects(tracer, tables, baseOf(api), argumentOf(tracer, url, call.args), options, plain);
  if (found.effects.length === 0) return undefined;
  return { kind: 'effects', effects: found.effects, unresolved: found.unresolved ?? `${why}; the request says what it does`, named: true };
}

function shapeOf(tracer: Tracer, name: string, args: readonly Value[]): Shape | undefined {
  const [first, second] = args;
  if (first === undefined) return undefined;
  const fixed = verb.exec(name)?.[1]?.toUpperCase().replace(/^DEL$/, 'DELETE');
  if (fixed !== undefined && isAddress(first)) {
    const method = fixed as Shape['method'];
    const bodiless = fixed === 'GET' || fixed === 'HEAD' || fixed === 'DELETE';
    return { url: 'arg 0', method, body: 'arg 1', headers: bodiless ? 'arg 1.headers' : 'arg 2.headers' };
  }
  if (name === '' || !sending.test(name)) return undefined;
  if (isMethod(first) && second !== undefined && isAddress(second))
    return { url: 'arg 1', method: 'arg 0', body: 'arg 2', headers: 'arg 3.headers' };
  if (isAddress(first) && second?.kind === 'object' && isMethod(part(tracer, 'arg 1.method', args)))
    return { url: 'arg 0', method: 'arg 1.method', body: bodyIn(tracer, 'arg 1', args), headers: 'arg 1.headers' };
  if (first.kind !== 'object' || !isMethod(part(tracer, 'arg 0.method', args))) return undefined;
  const url = (['url', 'path', 'uri', 'endpoint', 'pathname'] as const).find((key) => first.properties.has(key));
  return url === undefined
    ? undefined
    : { url: `arg 0.${url}`, method: 'arg 0.method', body: bodyIn(tracer, 'arg 0', args), headers: 'arg 0.headers' };
}

function part(tracer: Tracer, access: Access, args: readonly Value[]): Value | undefined {
  return argumentOf(tracer, access, args);
}

function bodyIn(tracer: Tracer, at: 'arg 0' | 'arg 1', args: readonly Value[]): Access {
  const data = part(tracer, `${at}.data`, args);
  return data === undefined || (data.kind === 'constant' && data.value === undefined) ? `${at}.body` : `${at}.data`;
}

function isMethod(value: Value | undefined): boolean {
  return value !== undefined && optionsOf(value).some((option) => methods.test(stringOf(option) ?? ''));
}

/** `/items`, `https://…`, `items/{id}`, `${base}/items` */
function isAddress(value: Value): boolean {
  return optionsOf(value).some((option) => {
    if (option.kind === 'constant')
      return typeof option.value === 'string' && /^(?:\/|https?:\/\/|[a-z][\w.-]*\/[\w{:])/.test(option.value);
    return option.kind === 'text' && textParts(option).some((text) => text.includes('/') && !/\s/.test(text));
  });
}

function baseOf(api: string): DirectEffect {
  return { ...plainEffect({ class: 'read', resource: 'network', api, certainty: 'probable' }), openWorld: true };
}

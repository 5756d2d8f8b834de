/** What a call does that sends an HTTP request. */
import type { Access, HttpKnowledge, Key, RowOptions } from '../../../rules/kit/index.js';
import { valueAt, type LibraryCall } from './access.js';
import type { DirectEffect, Found, Tables } from './direct-effect.js';
import { readHttp } from './http.js';
import { keyOfValue } from './keys.js';
import { slotOf } from './slots.js';
import type { Tracer } from './tracer.js';
import { stringOf, type Value } from './value.js';

/** One effect for each method that is possible. */
export function httpEffects(
  tracer: Tracer,
  tables: Tables,
  base: DirectEffect,
  subject: Value | undefined,
  options: RowOptions,
  call: LibraryCall,
): Found {
  let method: Value | string | undefined;
  let url = subject;
  if (options.method !== undefined) method = isVerb(options.method) ? options.method : valueAt(tracer, options.method as Access, call);
  const template = /^([A-Z]{3,7}) (.*)$/.exec(stringOf(subject) ?? '');
  if (template !== null) [method, url] = [template[1]!, { kind: 'constant', value: template[2]! }];
  const body = options.body === undefined ? undefined : unwrapBody(valueAt(tracer, options.body, call));
  const readings = readHttp(tables.http, method, withBase(call.receiver, url), body);
  if (readings === undefined) return { effects: [], unresolved: 'the HTTP method could not be told' };
  const headers = options.headers === undefined ? undefined : valueAt(tracer, options.headers, call);
  const header = headerKey(tables.http, headers);
  return {
    effects: readings.map((reading) => {
      const { keyHeader, ...rest } = reading;
      const slot =
        keyHeader === undefined || options.headers === undefined
          ? undefined
          : slotOf(tracer, call.call, call.env, `${options.headers}.${keyHeader}` as Access);
      return {
        ...base,
        ...rest,
        resource: reading.resource === 'network' ? base.resource : reading.resource,
        certainty: base.certainty === 'probable' ? 'probable' : reading.certainty,
        key: header ?? base.key,
        ...(slot === undefined ? {} : { keySlot: slot }),
      };
    }),
  };
}

function isVerb(text: string): boolean {
  return /^[A-Z]+$/.test(text);
}

function unwrapBody(value: Value | undefined): Value | undefined {
  return value?.kind === 'derived' && value.operation.startsWith('JSON.stringify')
    ? value.from.find((part) => part.kind === 'object')
    : value;
}

/** A client made with a base address gives it to every call. */
function withBase(receiver: Value | undefined, url: Value | undefined): Value | undefined {
  if (receiver?.kind !== 'external' || receiver.args === undefined) return url;
  for (const arg of receiver.args) {
    if (arg.kind !== 'object') continue;
    for (const key of ['baseURL', 'prefixUrl', 'baseUrl', 'prefix']) {
      const base = arg.properties.get(key)?.value();
      if (base !== undefined) return { kind: 'text', id: 0, parts: [base, ...(url === undefined ? [] : [url])] };
    }
  }
  return url;
}

function headerKey(knowledge: HttpKnowledge, headers: Value | undefined): Key | undefined {
  if (headers?.kind !== 'object') return undefined;
  for (const [name, property] of headers.properties) {
    if (knowledge.keyHeaders.includes(name.toLowerCase())) return keyOfValue(property.value(), property.at);
  }
  return undefined;
}

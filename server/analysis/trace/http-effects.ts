/** What a call does that sends an HTTP request. */
import { effectClasses, type Access, type EffectRow, type RowOptions, type Slot } from '../../../rules/kit/index.js';
import { isPythonName } from '../languages.js';
import { variableIn } from './asked-with.js';
import { valueAt, type LibraryCall } from './access.js';
import { memberOf } from './members.js';
import type { DirectEffect, Found, Tables } from './direct-effect.js';
import { graphqlEffects, isGraphql } from './graphql-effects.js';
import { ordered } from './http-actions.js';
import { isGraphqlAddress, readHttp, type HttpReading } from './http.js';
import { instructed, runsProgram } from './instructions.js';
import { madeOnce } from './made-once.js';
import type { Sink } from './reaches.js';
import { keyLeftOut, preferred, requestKey } from './request-keys.js';
import { addsToItself } from './sent-back.js';
import { sentParts } from './sent-parts.js';
import { slotBelow, slotOf } from './slots.js';
import { sqlRequest } from './sql-request.js';
import { fromModel } from './some-part.js';
import type { Tracer } from './tracer.js';
import { optionsOf, stringOf, undefinedValue, union, type Value } from './value.js';

/** One effect for each method that is possible, or for what a GraphQL document in the body says. */
export function httpEffects(
  tracer: Tracer,
  tables: Tables,
  plain: DirectEffect,
  subject: Value | undefined,
  options: RowOptions,
  call: LibraryCall,
): Found {
  const sent = requestOf(tracer, subject, options, call);
  if (sent === undefined) return { effects: [], unresolved: 'the request that is sent could not be told' };
  const url = withBase(call.receiver, sent.url);
  const sinks: Sink[] = url === undefined ? [] : [{ kind: 'url', value: url, ...credentialsIn(sent.headers) }];
  if (typeof sent.method === 'object') sinks.push({ kind: 'method', value: sent.method });
  const credential = plain.credential ?? variableIn([sent.headers]);
  const base = { ...plain, sinks, ...(credential === undefined ? {} : { credential }) };
  const readings = readHttp(tables.http, sent.method, url);
  if (readings === undefined) return { effects: [], unresolved: 'the HTTP method could not be told' };
  const body = unwrapBody(sent.body);
  const key = requestKey(tables.http, { headers: sent.headers, body, url });
  const prefers = preferred(sent.headers);
  const slotFor = ({ keyHeader, keyField }: HttpReading): Slot | undefined => {
    if (keyHeader !== undefined && options.headers !== undefined)
      return slotOf(tracer, call.call, call.env, `${options.headers}.${keyHeader}` as Access);
    return keyField !== undefined && body?.kind === 'object' ? slotBelow(body, [keyField]) : undefined;
  };
  const effect = (found: HttpReading): DirectEffect => {
    const { keyHeader: _header, keyField: _field, method, ...rest } = found;
    const slot = slotFor(found);
    const leftOut = key === undefined && rest.class === 'write.add' ? keyLeftOut(tracer, tables.http, call.env) : undefined;
    return {
      ...base,
      ...rest,
      resource: rest.resource === 'network' ? base.resource : rest.resource,
      certainty: base.certainty === 'probable' ? 'probable' : rest.certainty,
      ...(method === undefined ? {} : byMethod(tracer.libraries.rows(method)?.[0])),
      key: key ?? base.key,
      ...(rest.class === 'write.set' && addsToItself(body, sent.url) ? { relative: true } : {}),
      ...(prefers !== undefined && rest.class === 'write.add' ? { class: 'write.set' as const, ensures: prefers === 'ignore' } : {}),
      ...(slot === undefined ? {} : { keySlot: slot }),
      ...(leftOut === undefined ? {} : { keyLeftOut: leftOut }),
      ...(rest.class === 'write.add' ? madeOnce(tables.http, rest.detail, { headers: sent.headers, body, given: sent.body }) : {}),
    };
  };
  const asksGraphql = isGraphql(tracer, body) || isGraphqlAddress(url);
  const all = readings.flatMap((reading) => ordered(tables.http, reading, { url, given: call.args, body }));
  const found = all.map((reading): Found => {
    const one = effect(reading);
    const sql = reading.detail.startsWith('POST') ? sqlRequest(tracer, one, url, body, call) : undefined;
    if (sql !== undefined) return sql;
    if (runsProgram(reading.detail, body)) return { effects: [{ ...one, class: 'exec', callerControlled: true }] };
    const whole = instructed(said(tables, one, reading, sent.body), [body, ...one.content]);
    return asksGraphql && reading.class !== 'read' && reading.detail.startsWith('POST')
      ? graphqlEffects(tracer, whole, body)
      : { effects: [whole] };
  });
  const unresolved = found.find((one) => one.unresolved !== undefined)?.unresolved;
  return { effects: found.flatMap((one) => one.effects), ...(unresolved === undefined ? {} : { unresolved }) };
}

/** A PUT of which parts are added to what is there. */
function said({ http }: Tables, effect: DirectEffect, { detail }: HttpReading, body: Value | undefined): DirectEffect {
  if (effect.class !== 'write.set' || !/^P(?:UT|ATCH)\b/.test(detail)) return effect;
  const { adds, sets } = sentParts(http, body);
  return !adds ? effect : sets ? { ...effect, relative: true } : { ...effect, class: 'write.add', ensures: false };
}

const secretHeader = /^(?:proxy-)?authorization$|api-?key|token|cookie|secret/i;

/** A header that says who asks, with something that the model did not pass. */
function credentialsIn(headers: Value | undefined): { readonly credentials?: true } {
  const isSecret = (option: Value): boolean =>
    option.kind === 'object' &&
    [...option.properties].some(([key, property]) => secretHeader.test(key) && isGiven(property.value()) && !fromModel(property.value()));
  return headers !== undefined && optionsOf(headers).some(isSecret) ? { credentials: true } : {};
}

function isGiven(value: Value): boolean {
  return value.kind !== 'constant' || (typeof value.value === 'string' && value.value !== '');
}

interface Sent {
  readonly method: Value | string | undefined;
  readonly url: Value | undefined;
  readonly headers: Value | undefined;
  readonly body: Value | undefined;
}

/** The parts of a request: from the arguments, from `POST /path` in one text, or from a request object. */
function requestOf(tracer: Tracer, subject: Value | undefined, options: RowOptions, call: LibraryCall): Sent | undefined {
  const at = (access: Access | undefined): Value | undefined => (access === undefined ? undefined : valueAt(tracer, access, call));
  const { method } = options;
  const sent = {
    method: method === undefined || isVerb(method) ? method : at(method as Access),
    url: subject,
    headers: at(options.headers),
    body: at(options.body),
  };
  const template = /^([A-Z]{3,7}) (.*)$/.exec(stringOf(subject) ?? '');
  if (template !== null) return { ...sent, method: template[1]!, url: { kind: 'constant', value: template[2]! } };
  if (method !== undefined && isVerb(method)) return sent;
  const made = subject === undefined ? [] : optionsOf(subject).flatMap(requestsIn);
  if (made.length === 0) return sent;
  const known = made.filter(({ address }) => address !== undefined);
  if (known.length === 0) return sent.method === undefined ? undefined : sent;
  const part = (key: string): Value => union(known.map(({ init }) => (init === undefined ? undefinedValue : memberOf(tracer, init, key))));
  const own = part('method');
  return {
    url: union(known.map(({ address }) => address!)),
    method: sent.method ?? (own.kind === 'constant' && own.value === undefined ? undefined : own),
    headers: sent.headers ?? part('headers'),
    body: sent.body ?? part('body'),
  };
}

interface Made {
  readonly address?: Value | undefined;
  readonly init?: Value | undefined;
}

/** What `new Request(url, { method })` was made with, also one that somebody else made, or a copy of it. */
function requestsIn(value: Value): readonly Made[] {
  if (value.kind === 'derived' && /^\.clone(?:\(\))?$/.test(value.operation)) {
    const copied = value.from.flatMap(optionsOf).flatMap(requestsIn);
    return copied.length > 0 || value.operation === '.clone' ? copied : [{}];
  }
  if (!isRequest(value)) return [];
  const [address, init] = value.kind === 'external' ? (value.args ?? []) : value.kind === 'derived' ? value.from : [];
  return [{ address, init }];
}

function isRequest(value: Value): boolean {
  if (value.kind === 'derived') return value.operation === 'a Request' || value.operation === 'Request#clone()';
  return value.kind === 'external' && value.path === 'Request#';
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
    for (const key of ['baseURL', 'prefixUrl', 'baseUrl', 'base_url', 'prefix']) {
      const base = arg.properties.get(key)?.value();
      if (base !== undefined) return below(base, url);
    }
  }
  // `BaseUrlSession('https://…')`, `HTTPSConnection('api.example.com')`
  const [first] = receiver.args;
  if (receiver.library === 'py:http.client' && first !== undefined) return below({ kind: 'text', id: 0, parts: ['https://', first] }, url);
  return isPythonName(receiver.library) && stringOf(first)?.startsWith('http') === true ? below(first!, url) : url;
}

function below(base: Value, url: Value | undefined): Value {
  return { kind: 'text', id: 0, parts: [base, ...(url === undefined ? [] : [url])] };
}

/** What a library says of the method that an address names. */
function byMethod(row: EffectRow | undefined): Partial<DirectEffect> {
  const kind = effectClasses.find((name) => name === row?.[1]);
  return row === undefined || kind === undefined
    ? {}
    : { class: kind, ensures: row[3]?.ensures === true, exclusive: row[3]?.exclusive === true, reversible: row[3]?.reversible === true };
}

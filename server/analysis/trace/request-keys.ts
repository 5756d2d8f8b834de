/** Where a request carries a key by which its receiver knows it again. */
import type { HttpKnowledge, Key, Place } from '../../../rules/kit/index.js';
import { bodyOf } from '../syntax/inner.js';
import type { Expression, FunctionNode } from '../syntax/ir.js';
import type { Env } from './env.js';
import { keyOfValue } from './keys.js';
import { eachInBody } from './parts.js';
import type { Tracer } from './tracer.js';
import { urlParts } from './url.js';
import { stringOf, type Property, type Value } from './value.js';

/** The key among the headers, or in a field of the body. */
export function requestKey(
  knowledge: HttpKnowledge,
  { headers, body, url }: { readonly headers: Value | undefined; readonly body: Value | undefined; readonly url: Value | undefined },
): Key | undefined {
  for (const [name, property] of entriesOf(headers)) {
    if (!knowledge.keyHeaders.includes(name.toLowerCase())) continue;
    const value = property.value();
    // Set only when there is one: `if (key) headers['Idempotency-Key'] = key`.
    if (!isNothing(value)) return keyOfValue(value, property.at);
  }
  const host = /^https?:\/\/([^/:?#\s]{1,253})/.exec(urlParts(url)[0] ?? '')?.[1];
  for (const field of knowledge.keyFields) {
    if (field.host !== undefined && host !== field.host && host?.endsWith(`.${field.host}`) !== true) continue;
    if (field.with !== undefined && fieldAt(body, [field.with])?.value().kind !== 'constant') continue;
    const found = fieldAt(body, field.name.split('.'));
    if (found !== undefined) return keyOfValue(found.value(), found.at);
  }
  return undefined;
}

/**
 * Where a function around a request gives it a key when it is handed one. Its receiver takes keys, then, and who called without one left
 * it out: `...(key && { 'Idempotency-Key': key })`, `if (key) headers['Idempotency-Key'] = key`.
 */
export function keyLeftOut(tracer: Tracer, knowledge: HttpKnowledge, from: Env): Place | undefined {
  for (let env: Env | undefined = from; env !== undefined; env = env.parent) {
    const { owner, module } = env;
    if (owner.kind !== 'function') continue;
    tracer.touchAll(bodyOf(module, owner));
    // A key that is there belongs to another request.
    const found = keysGivenIn(owner.body, knowledge).find((key) => isNothing(tracer.evaluate(key, from)));
    if (found !== undefined) return { file: module.file, span: found.span };
  }
  return undefined;
}

function isNothing(value: Value): boolean {
  return value.kind === 'constant' && (value.value === undefined || value.value === null);
}

/** By the body: every request in it asks, at every walk. */
const given = new WeakMap<FunctionNode['body'], readonly Expression[]>();

function keysGivenIn(body: FunctionNode['body'], { keyHeaders }: HttpKnowledge): readonly Expression[] {
  let known = given.get(body);
  if (known === undefined) {
    const found: Expression[] = [];
    eachInBody(body, (part) => found.push(...keysGivenBy(part, keyHeaders)), false);
    given.set(body, (known = found));
  }
  return known;
}

function keysGivenBy(part: Expression, names: readonly string[]): readonly Expression[] {
  const isName = (name: unknown): boolean => typeof name === 'string' && names.includes(name.toLowerCase());
  if (part.kind === 'object') return part.entries.flatMap((entry) => (entry.kind !== 'spread' && isName(entry.key) ? [entry.value] : []));
  return part.kind === 'assign' && part.target.kind === 'member' && isName(part.target.property) ? [part.value] : [];
}

const startOptions = /^(?:workflow|job|run|execution)_?id$/i;

/** The key among the options of a call that nobody described: `start(job, { workflowId })`, `pay(amount, { idempotencyKey })`. */
export function optionKey(knowledge: HttpKnowledge, args: readonly Value[], starts: boolean): Key | undefined {
  const names = knowledge.keyFields.flatMap(({ name, host }) => (host === undefined ? [name] : []));
  for (const arg of args) {
    if (arg.kind !== 'object' || arg.collection !== undefined) continue;
    const [, found] = [...arg.properties].find(([name]) => names.includes(name) || (starts && startOptions.test(name))) ?? [];
    if (found !== undefined) return keyOfValue(found.value(), found.at);
  }
  return undefined;
}

/** `Prefer: resolution=merge-duplicates` asks for an upsert, `resolution=ignore-duplicates` to leave alone what is there. */
export function preferred(headers: Value | undefined): 'merge' | 'ignore' | undefined {
  const prefer = entriesOf(headers).find(([name]) => name.toLowerCase() === 'prefer')?.[1];
  const said = /\bresolution=(merge|ignore)-duplicates\b/.exec(stringOf(prefer?.value()) ?? '')?.[1];
  return said as 'merge' | 'ignore' | undefined;
}

const madeOfHeaders = /(?:^|[.#])(?:[A-Za-z]{0,30}Headers|CaseInsensitiveDict|CIMultiDict)#$/;

/** An object of headers, `Headers`, or a list of pairs. */
function entriesOf(headers: Value | undefined): readonly (readonly [string, Property])[] {
  if (headers?.kind === 'object') return [...headers.properties];
  // `httpx.Headers({…})`
  if (headers?.kind === 'external' && madeOfHeaders.test(headers.path)) return entriesOf(headers.args?.[0]);
  if (headers?.kind !== 'array') return [];
  return headers.items.flatMap((pair) => {
    const [name, value] = pair.kind === 'array' ? pair.items : [];
    const text = stringOf(name);
    return text === undefined || value === undefined ? [] : [[text, { value: () => value }] as const];
  });
}

function fieldAt(body: Value | undefined, [name, ...rest]: readonly string[]): Property | undefined {
  const property = body?.kind === 'object' ? body.properties.get(name!) : undefined;
  return property === undefined || rest.length === 0 ? property : fieldAt(property.value(), rest);
}

/** Where a request carries a key by which its receiver knows it again. */
import type { HttpKnowledge, Key } from '../../../rules/kit/index.js';
import { keyOfValue } from './keys.js';
import { urlParts } from './url.js';
import { stringOf, type Property, type Value } from './value.js';

/** The key among the headers, or in a field of the body. */
export function requestKey(
  knowledge: HttpKnowledge,
  { headers, body, url }: { readonly headers: Value | undefined; readonly body: Value | undefined; readonly url: Value | undefined },
): Key | undefined {
  for (const [name, property] of entriesOf(headers)) {
    if (knowledge.keyHeaders.includes(name.toLowerCase())) return keyOfValue(property.value(), property.at);
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

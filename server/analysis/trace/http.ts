/** What an HTTP request does, from its method, address and headers. */
import type { EffectClass, HttpKnowledge, Resource } from '../../../rules/kit/index.js';
import { addressChoices, addressName, urlParts } from './url.js';
import { optionsOf, type Value } from './value.js';
import { verbClass } from './verbs.js';

export interface HttpReading {
  readonly class: EffectClass;
  readonly resource: Resource;
  /** `POST api.example.com/v1/charges`: no query, no credentials. */
  readonly detail: string;
  readonly openWorld: boolean;
  readonly callerControlled: boolean;
  readonly keyHeader?: string;
  readonly keyField?: string;
  /** The method of a library that stands behind the address. */
  readonly method?: { readonly library: string; readonly path: string };
  /** A POST of which nothing says whether it asks or adds. */
  readonly mayAsk?: true;
  readonly reversible?: boolean;
  readonly exclusive?: true;
  readonly certainty: 'certain' | 'probable';
}

/** Methods that only ask, those of WebDAV, CalDAV and DeltaV among them (RFC 4918, 5323, 3253). */
const safe = new Set(['GET', 'HEAD', 'OPTIONS', 'QUERY', 'TRACE', 'PROPFIND', 'REPORT', 'SEARCH']);

/** Something new is made each time, whatever the method. */
const copies = /\/(?:clone|copy|duplicate|fork)\/?$/i;

/** What the other methods of WebDAV do: a collection is made once, a resource is copied or moved to a given place. */
const extended: Readonly<Record<string, Pick<HttpReading, 'class'> & { readonly exclusive?: true }>> = {
  ACL: { class: 'write.set' },
  COPY: { class: 'write.set' },
  LOCK: { class: 'write.set' },
  MKCALENDAR: { class: 'write.add', exclusive: true },
  MKCOL: { class: 'write.add', exclusive: true },
  MOVE: { class: 'destroy', exclusive: true },
  PROPPATCH: { class: 'write.set' },
  UNLOCK: { class: 'write.set' },
};

/** One reading for each method that is possible, and for addresses that say something else; `undefined` when the method is not known. */
export function readHttp(
  knowledge: HttpKnowledge,
  method: Value | string | undefined,
  url: Value | undefined,
): readonly HttpReading[] | undefined {
  const methods = method === undefined ? ['GET'] : typeof method === 'string' ? [method] : methodsOf(method);
  const address = addressOf(url);
  if (methods === undefined) {
    if (typeof method === 'object' && optionsOf(method).some((option) => option.kind === 'input')) {
      return [
        {
          class: 'exec',
          resource: 'network',
          detail: `a request with any method${address.shown === '' ? '' : ` to ${address.shown}`}`,
          openWorld: true,
          callerControlled: true,
          certainty: 'certain',
        },
      ];
    }
    return undefined;
  }
  const others = addressChoices(url).map(addressOf);
  return methods.flatMap((name) => {
    const first = reading(knowledge, name.toUpperCase(), address);
    const all = others.map((other) => reading(knowledge, name.toUpperCase(), other));
    return distinct([first, ...all]);
  });
}

/** Those that do something else than the ones before them. */
function distinct(readings: readonly HttpReading[]): readonly HttpReading[] {
  const known = new Set<string>();
  return readings.filter(({ class: kind, resource, method, mayAsk }) => {
    const key = `${kind} ${resource} ${mayAsk === true} ${method?.library ?? ''} ${method?.path ?? ''}`;
    return !known.has(key) && known.add(key);
  });
}

function methodsOf(value: Value): readonly string[] | undefined {
  const names = optionsOf(value).map((option) =>
    option.kind === 'constant' ? (option.value === undefined || option.value === null ? 'GET' : String(option.value)) : undefined,
  );
  return names.includes(undefined) ? undefined : (names as string[]);
}

interface Address {
  readonly host: string | undefined;
  readonly path: string;
  readonly shown: string;
  readonly local: boolean;
  readonly name: string | undefined;
}

function addressOf(url: Value | undefined): Address {
  const text = urlParts(url)
    .map((part) => part.slice(0, 300))
    .join('…');
  const match = /^https?:\/\/(?:[^/@\s]{0,200}@)?([^/:?#\s]{1,253})(?::[^/]{0,8})?([^?#]*)/.exec(text);
  const host = match?.[1];
  const path = (match?.[2] ?? /^[^?#]*/.exec(text)?.[0] ?? '').slice(0, 120);
  const known = host !== undefined && !host.includes('…') ? host : undefined;
  const shown = known === undefined ? (path === '…' || path === '……' ? '' : path) : `${known}${path}`;
  const local =
    known !== undefined &&
    (known === 'localhost' || known === '127.0.0.1' || known === '[' || known === '0.0.0.0' || known.endsWith('.localhost'));
  return { host: known, path, shown: shown.length > 80 ? `${shown.slice(0, 79)}…` : shown, local, name: addressName(url) };
}

function reading(knowledge: HttpKnowledge, method: string, address: Address): HttpReading {
  const vendor =
    address.host === undefined
      ? undefined
      : knowledge.hosts.find((item) => address.host === item.host || address.host!.endsWith(`.${item.host}`));
  const base = {
    resource: vendor?.resource ?? ('network' as const),
    detail: `${method}${address.shown === '' ? '' : ` ${address.shown}`}`,
    openWorld: !address.local,
    callerControlled: false,
    certainty: address.host === undefined ? ('probable' as const) : ('certain' as const),
    ...(vendor?.keyHeader === undefined ? {} : { keyHeader: vendor.keyHeader }),
    ...(vendor?.keyField === undefined ? {} : { keyField: vendor.keyField }),
    ...methodAt(vendor?.methods, address.path),
  };
  if (safe.has(method)) return { ...base, class: 'read', certainty: 'certain' };
  if (method === 'PUT' && copies.test(address.path)) return { ...base, class: 'write.add' };
  if (method === 'PUT' || method === 'PATCH') return { ...base, class: 'write.set' };
  if (method === 'DELETE') return { ...base, class: 'destroy', reversible: endsOnly(knowledge, address.path) };
  const known = extended[method];
  if (known !== undefined) return { ...base, ...known };
  const computes = vendor?.computes?.some((part) => address.path.includes(part)) === true;
  const published = address.name === undefined ? undefined : knowledge.endpoints[address.name];
  if (published !== undefined) return { ...base, class: published };
  if (vendor?.reads === true || computes || readsByPath(knowledge, address.path)) return { ...base, class: 'read' };
  if (vendor?.external === true) return { ...base, class: 'external' };
  const said = saidByPath(address.path);
  if (vendor?.refuses?.some((end) => address.path.endsWith(end)) === true) return { ...base, class: 'write.add', exclusive: true };
  return said === undefined
    ? { ...base, class: 'write.add', mayAsk: true }
    : { ...base, class: said, certainty: said === 'read' ? 'probable' : base.certainty };
}

function methodAt(methods: HttpKnowledge['hosts'][number]['methods'], path: string): Pick<HttpReading, 'method'> {
  const name = methods === undefined || !path.startsWith(methods.below) ? '' : path.slice(methods.below.length);
  return methods === undefined || !/^\w{1,40}(?:\.\w{1,40}){1,4}$/.test(name)
    ? {}
    : { method: { library: methods.library, path: `${methods.of}${name}` } };
}

function readsByPath(knowledge: HttpKnowledge, path: string): boolean {
  const words = path
    .split(/[/.:]/)
    .map((part) => part.toLowerCase())
    .filter((part) => part !== '' && part !== '…');
  const last = words.slice(-2);
  return knowledge.readingWords.some((word) => last.includes(word) || `/${words.join('/')}`.endsWith(`/${word}`));
}

/** `POST /users/{id}/archive`, `POST /getUser`: the last word of the path is a verb. */
function saidByPath(path: string): EffectClass | undefined {
  const last = path.replace(/\/$/, '').split(/[/:.]/).pop() ?? '';
  // `tokens/by-address`: what is asked for stands in the body.
  if (/^by[-_]/i.test(last)) return 'read';
  // There is one of them, and it is given other values.
  if (/^(?:config|configuration|preferences|settings)$/i.test(last)) return 'write.set';
  // `merge_requests` are requests, whatever verb stands in front.
  if (last === '' || last.includes('…') || /[_-](?:requests|logs|operations|jobs|runs|histories)$/i.test(last)) return undefined;
  const verb = endedWork.test(path) ? 'write.set' : (pathVerbs.get(last.toLowerCase()) ?? verbClass(last));
  if (verb === 'destroy' || verb === 'write.set') return verb;
  // A noun may look like a verb of reading; with an object behind it, it is one.
  return verb === 'read' && /^(?:batch_?)?(?:get|list|find|search|query|fetch|describe|lookup|read)(?:[A-Z_-]|$)/i.test(last)
    ? 'read'
    : undefined;
}

/** Verbs that end an address, beside those of functions. */
const pathVerbs: ReadonlyMap<string, EffectClass> = new Map(
  (
    [
      ['abort', 'destroy'],
      ...'activate approve assign close complete deactivate deploy disable enable lock pause promote rebase reject reopen restore resume revert rollback star stop subscribe unarchive unlock unpublish unsubscribe'
        .split(' ')
        .map((word) => [word, 'write.set'] as const),
    ] as const
  ).map(([word, change]) => [word, change]),
);

/** Work that goes on is told to end; what it has done so far stays. */
const endedWork =
  /\/(?:batch(?:es)?|builds|crawls?|executions|exports|fine_tuning\/jobs|generations?|imports|invocations|jobs|operations|pipelines|queries|runs|scans|searches|tasks|workflows)\/[^/]{1,80}\/(?:abort|cancel|stop|terminate)\/?$/i;

/** The last words of the path name something that can be begun again. */
function endsOnly(knowledge: HttpKnowledge, path: string): boolean {
  const words = path.split('/').filter((part) => part !== '' && part !== '…');
  return knowledge.endings.includes(words[words.length - 1]?.toLowerCase() ?? '');
}

/** An address that speaks of a database: `/projects/{ref}/database/query`. */
export function isDatabaseAddress(url: Value | undefined): boolean {
  return /(?:^|\/)(?:db|d1|databases?|sql|statements|warehouses?)(?:$|[/\u2026])/i.test(addressOf(url).path);
}

/** The address of a service that is told by a document what to do. */
export function isGraphqlAddress(url: Value | undefined): boolean {
  return /(?:^|[/\u2026])graphql(?:\.json)?$/i.test(addressOf(url).path.replace(/\/$/, ''));
}

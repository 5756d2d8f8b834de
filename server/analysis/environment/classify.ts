/**
 * What a value is: whose credential, and of which environment. The value itself never leaves: answers hold its kind, the
 * public start of at most eight characters, and words about names and hosts.
 */
import type { Credential, CredentialKnowledge, ShapeRow } from '../../../rules/kit/index.js';
import { connectionAt, keywordConnection, webSchemes, type Connection } from './connection.js';
import { createEndpoints, type EndpointReader } from './endpoints.js';
import { gatesOf, isBoundary, triggers, type Spots, type Word } from './gates.js';
import { createHosts, hostsIn, type Hosts } from './hosts.js';
import { tokenAt } from './jwt.js';
import { createMatcher } from './matcher.js';
import type { Shape } from './shapes.js';
import { createNames, type Names } from './tokens.js';
import { createValues, looksRandom, type Values } from './value.js';

/** What stands around a value. */
export interface Context {
  /** Variable, property or argument that takes the value. */
  readonly name?: string;
  /** Host or URL that a sibling gives: `DB_HOST` beside `DB_PASSWORD`. */
  readonly host?: string;
  /** `PAYPAL_MODE=live` beside `PAYPAL_SECRET`. */
  readonly mode?: { readonly name: string; readonly value: string };
}

export interface Found {
  readonly credential: Credential;
  /** Where in the value the secret stands. */
  readonly start: number;
  readonly end: number;
}

export interface Classifier {
  /** The credential in a value; `undefined` when it holds none. Linear in the value. */
  classify(value: string, context?: Context): Found | undefined;
  /** Empty, a placeholder, or a reference to something kept elsewhere. */
  inert(value: string): boolean;
  /** The words of the quick answers, for those who look for them in bytes and {@link Classifier.heed what they found}. */
  readonly words: readonly Word[];
  /** Says where these words stand in a text, before anything is asked about it. */
  heed(text: string, spots: Spots): void;
  /** Quick answer for a whole file: may any value in it be a credential? Never `false` where `classify` finds a shape. */
  mayHold(text: string): boolean;
  /** Quick answer for a whole file: may it read environment variables? */
  mayRead(text: string): boolean;
  /** Quick answer for a whole file: may it fall back to something when an environment variable is missing? */
  mayFallBack(text: string): boolean;
  /** The text starts as the connection string of a store does. */
  isStore(text: string): boolean;
  /** The text is the address of a store on the machine itself, or of a service beside it. */
  isLocalStore(text: string): boolean;
  /** What in a value leads to production, though the value is no credential. */
  readonly endpoint: EndpointReader;
  /** Quick answer for a whole file of configuration: may it hold anything that is told of? */
  mayTell(text: string): 'production' | 'secret' | undefined;
  readonly names: Names;
  readonly hosts: Hosts;
  /** Last words of names whose value tells the host or the mode of their siblings. */
  readonly hostWords: ReadonlySet<string>;
  readonly modeWords: ReadonlySet<string>;
  /** Variables in which a platform says which environment its variables are of. */
  readonly platformVariables: readonly string[];
}

const rank: Readonly<Record<Credential['class'], number>> = { live: 3, unknown: 2, test: 1, public: 0 };
const longestValue = 1 << 20;
/** Longer than any private key in text form. */
const longestKey = 16_384;

const plain = new WeakMap<CredentialKnowledge, Classifier>();

/**
 * Prepares the tables, once for all who ask without hosts of their own. `productionHosts` are the host patterns of the
 * user's configuration.
 */
export function createClassifier(knowledge: CredentialKnowledge, productionHosts: readonly string[] = []): Classifier {
  if (productionHosts.length > 0) return prepare(knowledge, productionHosts);
  const known = plain.get(knowledge) ?? prepare(knowledge, productionHosts);
  plain.set(knowledge, known);
  return known;
}

function prepare(knowledge: CredentialKnowledge, productionHosts: readonly string[]): Classifier {
  const rows = knowledge.shapes;
  const names = createNames(knowledge.words);
  const values = createValues(knowledge.placeholders);
  const hosts = createHosts(names, knowledge.twins, knowledge.managedHosts, productionHosts);
  const { matcher, shapeAt, look, words } = gatesOf(knowledge);
  const ownHosts = createMatcher(
    productionHosts.flatMap((host) => host.split('*').filter((part) => part.length > 2 && /^[\x20-\x7e]+$/.test(part))),
  );
  const connections = connectionReader(knowledge.schemes, names, values, hosts);

  const find = (value: string, name: string | undefined): Found | undefined => {
    let best: Found | undefined;
    const offer = (found: Found | undefined): void => {
      if (found !== undefined && (best === undefined || rank[found.credential.class] > rank[best.credential.class])) best = found;
    };
    let covered = 0;
    let shape: { readonly found: Found; readonly row: number; readonly start: number } | undefined;
    matcher.scan(value, (word, start) => {
      const trigger = triggers[word - rows.length];
      if (trigger === undefined) {
        const row = rows[word];
        if (row === undefined || start < covered || !isNamed(row, name, names)) return false;
        const at = shapeAt(word, value, start);
        if (at === undefined || values.isPlaceholder(at.body)) return false;
        // Rows of one start are ranked by their order, so that the telling name wins over the bare prefix.
        if (shape === undefined || shape.start !== start || word < shape.row) {
          if (shape !== undefined && shape.start !== start) offer(shape.found);
          shape = { found: foundShape(at), row: word, start };
        }
      } else if (start < covered) {
        return false;
      } else if (trigger === '://') {
        const connection = connectionAt(value, start);
        if (connection !== undefined) {
          covered = connection.end;
          offer(connections(connection));
        }
      } else if (trigger === 'eyJ') {
        if (!isBoundary(value, start)) return false;
        const token = tokenAt(value, start);
        if (token !== undefined) {
          covered = token.end;
          offer(foundToken(start, token.end, token.payload, values.isPlaceholder(value.slice(token.end - 16, token.end))));
        }
      } else {
        const key = foundPrivateKey(value, start);
        if (key !== undefined) covered = key.end;
        offer(key);
      }
      return false;
    });
    offer(shape?.found);
    return best;
  };

  const named = (value: string, name: string): Found | undefined => {
    const row = knowledge.named.find(([wanted, , form]) => names.holds(name, wanted) && value.length <= 512 && form.test(value));
    if (row !== undefined && !values.isPlaceholder(value)) return whole(value, secretOf(row[1], 'name'));
    if (!names.secret(name) || values.isPlaceholder(value)) return undefined;
    if (looksRandom(value)) return whole(value, { ...secretOf('secret', 'entropy'), ...(names.vague(name) ? { weak: true } : {}) });
    // The name says both that it is a secret and that it is production: then a password need not look random.
    return names.environment(name) === 'production' && /^\S{8,200}$/.test(value) && !/^(?:https?:\/\/|\/|\.)/.test(value)
      ? whole(value, secretOf('secret', 'name'))
      : undefined;
  };

  const isStore = (text: string): boolean => {
    const scheme = /^(?:jdbc:)?([a-z0-9]{2,20})(?:\+[a-z0-9]{1,20})?:\/\//i.exec(text)?.[1]?.toLowerCase() ?? '';
    return Object.hasOwn(knowledge.schemes, scheme) && !webSchemes.has(scheme);
  };
  const ownHost = (text: string): boolean => {
    let own = false;
    if (productionHosts.length > 0) ownHosts.scan(text, () => (own = true));
    return own;
  };
  return {
    names,
    hosts,
    isStore,
    isLocalStore: (text) =>
      /^(?:sqlite|file):/i.test(text) ||
      (isStore(text) && hostsIn(text).length > 0 && hostsIn(text).every((host) => hosts.judge(host).local)),
    endpoint: createEndpoints(names, hosts, isStore, knowledge.configs),
    mayTell: (text) => {
      const { holds, production, named } = look(text);
      return holds || production || ownHost(text) ? 'production' : named ? 'secret' : undefined;
    },
    mayFallBack: (text) => {
      const { reads, says } = look(text);
      return reads && (says || ownHost(text));
    },
    hostWords: new Set(knowledge.words.host),
    modeWords: new Set(knowledge.words.mode),
    platformVariables: knowledge.words.platformVariables,
    classify(given, context = {}) {
      if (given.length > longestValue || values.isReference(given)) return undefined;
      const value = given.trim();
      const keyword = keywordConnection(value);
      const found =
        (keyword === undefined ? undefined : connections(keyword)) ??
        find(value, context.name) ??
        (context.name === undefined ? undefined : named(value, context.name));
      if (found === undefined) return undefined;
      const shift = given.indexOf(value);
      return { credential: placed(found.credential, context, names, hosts), start: found.start + shift, end: found.end + shift };
    },
    inert: (value) => value.trim() === '' || values.isReference(value.trim()) || values.isPlaceholder(value.trim()),
    words,
    heed: (text, spots) => void look(text, spots),
    mayHold: (text) => look(text).holds,
    mayRead: (text) => look(text).reads,
  };
}

function isNamed(row: ShapeRow, name: string | undefined, names: Names): boolean {
  const words = row[4]?.named;
  return words === undefined || (name !== undefined && words.some((word) => names.holds(name, [word])));
}

function foundShape(shape: Shape): Found {
  const [prefix, vendor, kind, , { wide } = {}] = shape.row;
  const proved = kind === 'live' || (kind === 'public' && /live|prod/.test(prefix)) ? { because: `the prefix \`${shown(prefix)}\`` } : {};
  return {
    credential: {
      vendor,
      class: kind,
      evidence: 'shape',
      shown: shown(prefix),
      readOnly: false,
      ...proved,
      ...(wide === undefined ? {} : { wide }),
    },
    // `AccountKey=` names a field; the others are part of the secret.
    start: prefix.endsWith('=') ? shape.start + prefix.length : shape.start,
    end: shape.end,
  };
}

function foundPrivateKey(value: string, start: number): Found | undefined {
  const header = /^-----BEGIN (?:[A-Z0-9]{2,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/.exec(value.slice(start, start + 80))?.[0];
  if (header === undefined) return undefined;
  const from = start + header.length;
  const body = value.slice(from, from + 200).replace(/\\n|\s/g, '');
  if (!/^[A-Za-z0-9+/=:,.-]{40}/.test(body) || body.slice(0, 40).includes('-----')) return undefined;
  const rest = value.slice(from, from + longestKey);
  const foot = rest.indexOf('-----', Math.max(0, rest.indexOf('-----END') + 8));
  const end = rest.includes('-----END') && foot !== -1 ? from + foot + 5 : value.length;
  return { credential: { ...secretOf('private key', 'shape'), shown: '…' }, start, end };
}

function foundToken(start: number, end: number, payload: Readonly<Record<string, unknown>>, sample: boolean): Found | undefined {
  const { iss, role, sub } = payload;
  // The sample of jwt.io, which every tutorial repeats.
  if (sample || (sub === '1234567890' && payload['name'] === 'John Doe')) return undefined;
  const about = (vendor: string, kind: Credential['class'], because?: string): Found => ({
    credential: { vendor, class: kind, evidence: 'payload', shown: 'eyJ…', readOnly: false, ...(because === undefined ? {} : { because }) },
    start,
    end,
  });
  if (iss === 'supabase-demo') return about('Supabase', 'test');
  if (iss === 'supabase' && role === 'anon') return about('Supabase', 'public');
  if (iss === 'supabase' && role === 'service_role') {
    const found = about('Supabase service role', 'unknown');
    return { ...found, credential: { ...found.credential, wide: 'the public key, with row-level security' } };
  }
  return about('JSON Web Token', 'unknown');
}

/** Users that databases and their hosts begin with, who may do everything. */
const administrators = new Set(['admin', 'administrator', 'doadmin', 'postgres', 'rdsadmin', 'root', 'sa', 'superuser']);

/** Judges connection strings by password, host, database and user. */
function connectionReader(
  schemes: Readonly<Record<string, string>>,
  names: Names,
  values: Values,
  hosts: Hosts,
): (connection: Connection) => Found | undefined {
  return (connection) => {
    const kind = connection.scheme === '' ? 'database' : schemes[connection.scheme];
    if (kind === undefined || values.isReference(connection.password) || /[{}]|\$\(/.test(connection.password)) return undefined;
    const facts = connection.hosts.filter((host) => !/[{}$%]/.test(host)).map((host) => hosts.judge(host));
    if (facts.length === 0 || facts.every((fact) => fact.local)) return undefined;
    const production = facts.find((fact) => fact.environment === 'production');
    const named = names.environment(connection.database) === 'production' || names.environment(connection.user) === 'production';
    const other =
      facts.some((fact) => fact.environment === 'other') ||
      [connection.database, connection.user].some((name) => names.environment(name) === 'other');
    const invented = values.isPlaceholder(connection.password) || connection.password === connection.user;
    if (invented && (production === undefined || hasSampleHost(connection.hosts))) return undefined;
    const isWeb = webSchemes.has(connection.scheme);
    const vendor = connection.scheme === '' ? 'database connection string' : isWeb ? 'URL with password' : `${kind} connection string`;
    const start = connection.scheme === '' ? '…' : shown(`${connection.scheme}://`);
    const base = {
      vendor,
      shown: start,
      readOnly: [connection.user, ...connection.hosts].some((name) => names.readOnly(name)),
      ...(isWeb || !administrators.has(connection.user.toLowerCase()) ? {} : { wide: 'a user that only reads' }),
    };
    const found = (credential: Credential): Found => ({ credential, start: connection.start, end: connection.end });
    if (other && production === undefined) return found({ ...base, class: 'test', evidence: 'host' });
    if (production !== undefined && !other)
      return found({ ...base, class: 'live', evidence: 'host', because: production.because ?? 'its host' });
    if (named && !other) {
      const because = names.environment(connection.database) === 'production' ? 'the name of the database' : 'the name of the user';
      return found({ ...base, class: 'live', evidence: 'name', because });
    }
    const weak = facts.find((fact) => fact.environment === 'weak');
    if (weak !== undefined) return found({ ...base, class: 'live', evidence: 'host', because: weak.because ?? 'its host', weak: true });
    return found({ ...base, class: 'unknown', evidence: 'host' });
  };
}

/** Lets names and siblings speak where the shape is silent about the environment. */
function placed(credential: Credential, context: Context, names: Names, hosts: Hosts): Credential {
  if (credential.class !== 'unknown') return credential;
  const name = context.name ?? '';
  const readOnly = credential.readOnly || names.readOnly(name);
  const said = names.environment(name);
  if (said === 'other') return { ...credential, readOnly, class: 'test', evidence: 'name' };
  if (said === 'production')
    return { ...credential, readOnly, class: 'live', evidence: 'name', because: `the name \`${name.slice(0, 60)}\`` };
  if (context.mode !== undefined) {
    const mode = names.environment(context.mode.value);
    if (mode === 'other') return { ...credential, readOnly, class: 'test', evidence: 'name' };
    if (mode === 'production')
      return { ...credential, readOnly, class: 'live', evidence: 'name', because: `\`${context.mode.name.slice(0, 40)}\` beside it` };
  }
  const beside = siblingHosts(context.host).map((host) => hosts.judge(host));
  const other = beside.find((fact) => fact.environment === 'other' || fact.local);
  if (other !== undefined) return { ...credential, readOnly, class: 'test', evidence: 'host' };
  const live = beside.find((fact) => fact.environment === 'production');
  if (live !== undefined)
    return { ...credential, readOnly, class: 'live', evidence: 'host', because: `${live.because ?? 'the host'} beside it` };
  return { ...credential, readOnly };
}

/** `DB_HOST=localhost` needs no dot to be a host. */
function siblingHosts(host: string | undefined): readonly string[] {
  if (host === undefined) return [];
  return /^[\w.-]{1,253}(?::\d{1,5})?$/.test(host) ? [host.replace(/:\d{1,5}$/, '')] : hostsIn(host);
}

function secretOf(vendor: string, evidence: Credential['evidence']): Credential {
  return { vendor, class: 'unknown', evidence, shown: '…', readOnly: false };
}

function whole(value: string, credential: Credential): Found {
  return { credential, start: 0, end: value.length };
}

/** At most eight characters, all of the public prefix. */
function shown(prefix: string): string {
  return `${prefix.slice(0, 8)}…`;
}

function hasSampleHost(hosts: readonly string[]): boolean {
  return hosts.some((host) => /(?:^|\.)example(?:\.(?:com|org|net))?$/i.test(host) || /^(?:host|hostname|your)/i.test(host));
}

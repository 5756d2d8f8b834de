/**
 * Which credentials and stores stand in files of development and of production alike. Values are taken from the texts, compared in a table
 * that lives as long as the call, and forgotten: what is told are places.
 */
import type {
  ConfigFile,
  Credential,
  CredentialField,
  KnownStore,
  SharedPlace,
  SharedValue,
  SourceSecret,
} from '../../../rules/kit/index.js';
import type { Classifier } from './classify.js';
import { connectionAt, keywordConnection } from './connection.js';

interface Candidate extends SharedPlace {
  readonly side: 'development' | 'production';
  /** What makes two of them one. */
  readonly same: string;
}

/** Shorter values are words, ports and flags. */
const shortest = 12;
/** More are written by machines. */
const most = 20_000;

/** Values of development that production has as well, each once. */
export function sharedValues(
  files: readonly ConfigFile[],
  secrets: readonly SourceSecret[],
  textOf: (file: string) => string | undefined,
  classifier: Classifier,
  fields: ReadonlyMap<string, CredentialField>,
): readonly SharedValue[] {
  const production = files.some(({ environment }) => environment === 'production') || secrets.some(isOfProduction);
  if (!production) return [];
  const groups = new Map<string, Candidate[]>();
  for (const candidate of [...ofFiles(files, textOf, () => true), ...ofSources(secrets, textOf, classifier)].slice(0, most))
    groups.set(candidate.same, [...(groups.get(candidate.same) ?? []), candidate]);
  return [...groups.values()].flatMap((group): SharedValue[] => {
    const of = (side: Candidate['side']): readonly SharedPlace[] => group.filter((one) => one.side === side).map(toPlace);
    const [first] = of('development');
    const [other] = of('production');
    if (first === undefined || other === undefined) return [];
    const field = fields.get(first.credential.vendor);
    const isStore = isConnection(first.credential);
    return [{ development: of('development'), production: of('production'), isStore, ...(field === undefined ? {} : { field }) }];
  });
}

/**
 * The stores that files lead to, each once. Where development has a local one, or somebody made a branch of the database for it, the
 * environments are apart, and there is nothing to tell.
 */
export function knownStores(files: readonly ConfigFile[], textOf: (file: string) => string | undefined): readonly KnownStore[] {
  if (files.some(({ settings }) => settings.some(({ local, commentedOut }) => local === true && !commentedOut))) return [];
  const groups = new Map<string, Candidate[]>();
  for (const candidate of [...ofFiles(files, textOf, isConnection)].slice(0, most))
    groups.set(candidate.same, [...(groups.get(candidate.same) ?? []), candidate]);
  return [...groups.values()].map((group) => ({
    places: group.map(toPlace),
    inDevelopment: group.some(({ side, environment }) => side === 'development' && environment !== 'test'),
  }));
}

function toPlace({ file, span, key, credential, environment, because, format }: Candidate): SharedPlace {
  return { file, span, key, credential, environment, because, ...(format === undefined ? {} : { format }) };
}

function isOfProduction({ environment, inTests }: SourceSecret): boolean {
  return environment === 'production' && !inTests;
}

function* ofFiles(
  files: readonly ConfigFile[],
  textOf: (file: string) => string | undefined,
  isWanted: (credential: Credential) => boolean,
): Iterable<Candidate> {
  for (const { file, environment, because, format, template, settings } of files) {
    const side = sideOf(environment);
    if (side === undefined || template === true) continue;
    const wanted = settings.flatMap((setting) => {
      const { credential = setting.store?.credential, secret = setting.span, commentedOut, overriddenBy } = setting;
      if (credential === undefined || !isWanted(credential) || commentedOut || overriddenBy !== undefined) return [];
      return setting.credential === undefined || setting.secret !== undefined ? [{ setting, credential, secret }] : [];
    });
    const text = wanted.length === 0 ? undefined : textOf(file);
    if (text === undefined) continue;
    for (const { setting, credential, secret } of wanted) {
      const { span, key, store } = setting;
      const written = text.slice(secret.start, secret.end);
      const same =
        store === undefined ? identity(written, credential) : storeOf([written], text.slice(store.database.start, store.database.end));
      if (same !== undefined) yield { file, span, key, credential, environment, because, format, side, same };
    }
  }
}

function* ofSources(
  secrets: readonly SourceSecret[],
  textOf: (file: string) => string | undefined,
  classifier: Classifier,
): Iterable<Candidate> {
  for (const { file, span, name, credential, environment, because, inTests } of secrets) {
    const side = sideOf(environment);
    if (side === undefined || environment === 'ambiguous' || inTests || name === null) continue;
    const written =
      textOf(file)
        ?.slice(span.start, span.end)
        .replaceAll(/^[A-Za-z]{0,2}["'`]|["'`]$/g, '') ?? '';
    const found = classifier.classify(written, { name });
    const same = found === undefined ? undefined : identity(written.slice(found.start, found.end), credential);
    if (same !== undefined) yield { file, span, key: name, credential, environment, because, side, same };
  }
}

/** A plain `.env` is read by who develops. */
function sideOf(environment: ConfigFile['environment']): Candidate['side'] | undefined {
  if (environment === 'production') return 'production';
  return environment === 'dev' || environment === 'test' || environment === 'ambiguous' ? 'development' : undefined;
}

/** Of a connection the hosts and the database, whoever asks; else the value. */
function identity(written: string, credential: Credential): string | undefined {
  const value = decoded(written.trim());
  if (isConnection(credential)) {
    const sign = value.indexOf('://');
    const connection = (sign === -1 ? undefined : connectionAt(value, sign)) ?? keywordConnection(value);
    if (connection === undefined) return undefined;
    return storeOf(connection.authorities, connection.database.split(';')[0] ?? '');
  }
  return credential.class === 'public' || credential.class === 'test' || value.length < shortest ? undefined : `value ${value}`;
}

function storeOf(authorities: readonly string[], database: string): string | undefined {
  // Most addresses leave out the port that everybody uses.
  const hosts = authorities.map((authority) =>
    authority
      .toLowerCase()
      .replace('-pooler.', '.')
      .replace(/:(?:5432|3306|27017|1433)$/, ''),
  );
  return hosts.join('') === '' ? undefined : `store ${hosts.sort().join(',')}/${database.toLowerCase()}`;
}

function isConnection({ vendor }: Credential): boolean {
  return vendor.endsWith('connection string');
}

function decoded(text: string): string {
  try {
    return text.includes('%') ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
}

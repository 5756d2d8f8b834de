/** Reads environment files as configuration: which of their settings are credentials. */
import type { Setting } from '../../../rules/kit/index.js';
import { readEnv, type EnvEntry } from '../syntax/env.js';
import type { Classifier, Context } from './classify.js';
import { withStores } from './composed.js';
import { placedEndpoint } from './endpoints.js';
import { nameTokens } from './tokens.js';

export interface EnvConfig {
  readonly settings: readonly Setting[];
  /** What the file says of itself: `NODE_ENV=production`. */
  readonly says?: { readonly environment: 'dev' | 'test' | 'staging' | 'production'; readonly because: string };
}

/** Larger files are written by machines, and every secret would be compared with every key. */
const mostSiblings = 500;

export function readEnvConfig(file: string, text: string, classifier: Classifier): EnvConfig {
  const { entries } = readEnv(text);
  const values = new Map(entries.filter((entry) => !entry.commentedOut).map((entry) => [entry.key, entry.value]));
  const exported = exportedFrom(values, classifier);
  const settings = entries.map((entry): Setting => {
    const beside = { ...(classifier.isStore(entry.value) ? exported : {}), ...siblings(entry.key, values, classifier) };
    const found = classifier.classify(entry.value, { name: entry.key, ...beside });
    return {
      file,
      span: entry.valueSpan,
      key: entry.key,
      path: [entry.key],
      keySpan: entry.keySpan,
      lineSpan: entry.lineSpan,
      inert: found === undefined && classifier.inert(entry.value),
      commentedOut: entry.commentedOut,
      ...(found === undefined
        ? { ...endpoint(text, entry, classifier), ...(classifier.isLocalStore(entry.value) ? { local: true } : {}) }
        : { credential: found.credential, secret: within(text, entry, found.start, found.end), variable: entry.key }),
    };
  });
  const says = ownWord(values);
  const valueOf = ({ span }: Setting): string => text.slice(span.start, span.end);
  return { settings: withStores(settings, valueOf, classifier), ...(says === undefined ? {} : { says }) };
}

/**
 * Host and mode that stand beside a key of the same vendor or store: `DB_HOST` and `PGHOST` beside `DB_PASSWORD` and
 * `PGPASSWORD`, `PAYPAL_MODE` beside `PAYPAL_CLIENT_SECRET`. The longest common beginning wins.
 */
export function siblings(name: string, values: ReadonlyMap<string, string>, classifier: Classifier): Pick<Context, 'host' | 'mode'> {
  if (values.size > mostSiblings || !classifier.names.secret(name)) return {};
  const tokens = name === 'PGPASSWORD' ? ['pg'] : nameTokens(name);
  const { hostWords, modeWords } = classifier;
  let host: string | undefined;
  let mode: Context['mode'];
  let best = 0;
  for (const [key, value] of values) {
    if (value === '' || value.length > 2048) continue;
    const other = key === 'PGHOST' ? ['pg', 'host'] : nameTokens(key);
    let common = 0;
    while (common < other.length && common < tokens.length && other[common] === tokens[common]) common += 1;
    const rest = other.slice(common);
    if (common === 0 || rest.length === 0) continue;
    if (
      common >= best &&
      rest.length <= 3 &&
      hostWords.has(rest.at(-1) ?? '') &&
      rest.every((word) => hostWords.has(word) || word === 'api')
    ) {
      best = common;
      host = value;
    }
    if (rest.length === 1 && modeWords.has(rest[0] ?? '')) mode = { name: key, value };
  }
  return { ...(host === undefined ? {} : { host }), ...(mode === undefined ? {} : { mode }) };
}

/** The environment that a platform wrote among its variables: the file is a copy of them, and so are the addresses of stores in it. */
function exportedFrom(values: ReadonlyMap<string, string>, { platformVariables }: Classifier): Pick<Context, 'mode'> {
  const name = platformVariables.find((one) => (values.get(one) ?? '') !== '');
  return name === undefined ? {} : { mode: { name, value: values.get(name) ?? '' } };
}

/** Spans in the value are spans in the text unless escapes were expanded. */
function within(text: string, entry: EnvEntry, start: number, end: number): { readonly start: number; readonly end: number } {
  const { valueSpan } = entry;
  if (text.slice(valueSpan.start, valueSpan.end) !== entry.value) return valueSpan;
  return { start: valueSpan.start + start, end: valueSpan.start + end };
}

function endpoint(text: string, { value, key, valueSpan, commentedOut }: EnvEntry, classifier: Classifier): Pick<Setting, 'endpoint'> {
  return commentedOut
    ? {}
    : placedEndpoint(classifier.endpoint(value, key), valueSpan, text.slice(valueSpan.start, valueSpan.end) === value);
}

function ownWord(values: ReadonlyMap<string, string>): EnvConfig['says'] {
  for (const key of ['APP_ENV', 'ENVIRONMENT', 'RAILS_ENV', 'DJANGO_ENV', 'FLASK_ENV', 'NODE_ENV']) {
    const value = values.get(key)?.toLowerCase();
    const environment =
      value === 'production' || value === 'prod'
        ? 'production'
        : value === 'development' || value === 'dev' || value === 'local'
          ? 'dev'
          : value === 'test'
            ? 'test'
            : value === 'staging'
              ? 'staging'
              : undefined;
    if (environment !== undefined) return { environment, because: `it sets \`${key}=${value ?? ''}\`` };
  }
  return undefined;
}

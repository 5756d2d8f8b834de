/** Rows of databases, and the words that code has for what it changes. */
import type { Effect, Tool } from './model.js';

/** Tables to which each call is meant to add, however often it comes. */
const appendOnly = setOf(
  'activity analytic append audit event feed history inbox journal log mem memory message metric notification outbox revision snapshot telemetry trace transcript usage visit',
);
/** Numbers of which nobody minds that one call is counted twice. */
const counters = setOf(
  'access attempt count counter download frequency hit impression metric popularity quota rate score seen stat statistic usage use view visit weight',
);
const inserting = /^(?:INSERT|SELECT INTO)\b|(?:^|[#.])(?:a|bulk_?)?(?:insert|create|add|save|push)(?:$|[A-Z_])/i;

/** Adds a row or a document that no key of the library's own recognizes. */
export function insertsRow(effect: Effect): boolean {
  if (effect.class !== 'write.add' || effect.resource !== 'database' || effect.relative || effect.keySlot !== undefined) return false;
  return inserting.test(effect.detail ?? effect.api);
}

/** Changes a row from what it was before, so that a second time changes it again. */
export function buildsOnRow(effect: Effect): boolean {
  return effect.relative && effect.resource === 'database' && (effect.class === 'write.add' || effect.class === 'write.set');
}

/** Each call is meant to leave a row: logs, events, messages. */
export function isAppendOnly({ words = '' }: Effect): boolean {
  return mentions(words, appendOnly);
}

/** A log, by what is written or by a function on the way that is named for one: `createActivity`. */
export function isLog(effect: Effect): boolean {
  return isAppendOnly(effect) || effect.via.some(({ label }) => mentions(label, appendOnly));
}

/** Only numbers change by which nobody is hurt: views, hits, attempts. */
export function isCounter({ words = '' }: Effect): boolean {
  return mentions(words, counters);
}

/** Whether a text has one of these words, however words are put together there: `audit_log`, `auditLog`, `AuditLogs`. */
export function mentions(text: string, words: ReadonlySet<string>): boolean {
  const found =
    text
      .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .match(/[a-z]{2,40}/g) ?? [];
  return found.some((word) => words.has(word) || words.has(singular(word)));
}

function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/**
 * A file to which each call is meant to add: logs, journals, notes, what a function writes that is named for records, and where the
 * caller asked for it: `mode: 'append'`.
 */
export function isJournal({ words = '', mode, via }: Effect): boolean {
  if (mentions(words, journals) || mentions(mode?.values.join(' ') ?? '', appending)) return true;
  return via.some(({ label }) => mentions(label, journals) || mentions(label, records));
}

/** The tool says that it adds each time, or has the caller say so: `mode: 'append'`. */
export function saysAppends({ name, description, inputs }: Tool): boolean {
  const text = `${name.value} ${description?.value ?? ''}`;
  const choices = inputs.flatMap((input) => [input.name, ...(input.values ?? [])]).join(' ');
  return mentions(text, journals) || mentions(`${text} ${choices}`, appending);
}

const journals = setOf('audit diary event history journal jsonl log logger logging ndjson note trace transcript');
const records = setOf('record recorder telemetry transcript');
const appending = setOf('append prepend record remember');

/** What does the same and accepts what is there, in words for a message; nothing where there is no such thing. */
export function repeatableTwin({ api, detail = '' }: Pick<Effect, 'api' | 'detail'>): string | undefined {
  return twins.find(([pattern]) => pattern.test(detail) || pattern.test(api))?.[1];
}

/** Whether a text may hold a command that has such a twin, by how they are written. */
export function mayHaveTwin(text: string): boolean {
  return twins.some(([, , written]) => written?.test(text) === true);
}

const twins: readonly (readonly [effect: RegExp, twin: string, written?: RegExp])[] = [
  [/^mkdir\b/, '`mkdir -p`', /\bmkdir[ \t]{1,9}(?!-p|--parents)/],
  [/^ln\b/, '`ln -sfn`', /\bln[ \t]{1,9}-/],
  [/^kubectl create\b/, '`kubectl apply`', /\bkubectl[ \t].{0,80}\bcreate\b/],
  [/^docker network create\b/, '`docker network inspect` before it', /\bnetwork create\b/],
  [/^git branch\b/, '`git show-ref` before it', /\bgit branch\b/],
  [/^useradd\b/, '`id` before it', /\buseradd\b/],
  [/(?:^|: )CREATE VIEW\b/, '`CREATE OR REPLACE VIEW`', /\bCREATE VIEW\b/i],
  [/(?:^|: )CREATE (?:TABLE|INDEX|SCHEMA|DATABASE|EXTENSION|SEQUENCE)\b/, '`IF NOT EXISTS`', /\bCREATE [A-Z]{5,9}\b/i],
  [/^os: mkdir$/, '`os.makedirs(…, exist_ok=True)`'],
];

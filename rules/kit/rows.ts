/** Rows of databases, and the words that code has for what it changes. */
import type { Effect } from './model.js';

/** Tables to which each call is meant to add, however often it comes. */
const appendOnly = setOf(
  'activity analytic append audit event feed history inbox journal log message metric notification outbox revision snapshot telemetry trace transcript usage visit',
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

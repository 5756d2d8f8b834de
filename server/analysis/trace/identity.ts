/** What is changed goes by which name, and who chose the name of what is made. */
import type { Effect } from '../../../rules/kit/index.js';
import { stabilityOf } from './keys.js';
import { directParts } from './some-part.js';
import { textParts } from './text-parts.js';
import type { TracedEffect } from './traced.js';
import type { Value } from './value.js';

const maxParts = 400;
const longest = 300;
/** Columns and fields by which a row is known: `id`, `_id`, `user_id` of `users`. */
const ownNames: ReadonlySet<string> = new Set(['ID', '_ID', 'UUID', 'GUID', 'PK', 'KEY', 'SLUG', '*']);
const timely = /now|date|time|clock|iso/i;

/**
 * Whether the name of a new row comes from who calls, so that a second one is refused, or is made anew each time. `undefined`: the
 * receiver makes it, as far as the code tells.
 */
export function identityOf(effect: TracedEffect): Effect['identity'] {
  const { columns, detail } = effect;
  if (columns !== undefined) {
    const table = detail?.slice(detail.lastIndexOf(' ') + 1) ?? '';
    if (!columns.some((column) => isOwnName(column, table))) return undefined;
    return given(effect).some(holdsNewName) ? 'new' : 'given';
  }
  for (const fields of given(effect).flatMap(recordsIn)) {
    for (const [name, value] of fields) if (ownNames.has(name.toUpperCase())) return isNewName(value) ? 'new' : 'given';
  }
  return undefined;
}

function isOwnName(column: string, table: string): boolean {
  if (ownNames.has(column)) return true;
  const name = table.slice(table.lastIndexOf('.') + 1).toUpperCase();
  return (
    name !== '' && [name, name.replace(/S$/, ''), name.replace(/IES$/, 'Y')].some((one) => column === `${one}_ID` || column === `${one}ID`)
  );
}

function given({ subject, content }: TracedEffect): readonly Value[] {
  return subject === undefined ? content : [subject, ...content];
}

/** A time is new each time, and names nothing. */
function isNewName(value: Value): boolean {
  const { level, label } = stabilityOf(value);
  return level === 'K1' && !timely.test(label);
}

function holdsNewName(value: Value): boolean {
  return parts(value).some(isNewName);
}

/** Objects that are handed over, with their fields, and what objects of classes were made with. */
function recordsIn(value: Value): readonly (readonly (readonly [string, Value])[])[] {
  return parts(value).flatMap((part) =>
    part.kind === 'object' ? [[...part.properties].map(([name, property]) => [name, property.value()] as const)] : [],
  );
}

function parts(value: Value): readonly Value[] {
  const seen = new Set<Value>();
  const waiting = [value];
  for (let part = waiting.pop(); part !== undefined && seen.size < maxParts; part = waiting.pop()) {
    if (seen.has(part)) continue;
    seen.add(part);
    waiting.push(...directParts(part));
    if (part.kind === 'instance' || part.kind === 'external') waiting.push(...(part.args ?? []));
  }
  return [...seen];
}

/** Words for what is changed: the table, the path or address, fields of what is counted, and the callee as it is written. */
export function wordsOf(effect: TracedEffect, callee: string | undefined): string {
  const { subject, columns = [], detail = '', relative } = effect;
  const fields = relative
    ? given(effect)
        .flatMap(recordsIn)
        .flatMap((record) => record.map(([name]) => name))
    : [];
  const text = subject === undefined ? '' : textParts(subject).join(' ');
  const made = subject?.kind === 'instance' ? (subject.cls.cls.name ?? '') : '';
  // The text of a statement holds values; its table is said in short.
  const said = columns.length > 0 || effect.columns !== undefined ? [] : [text];
  return [detail, ...columns, ...fields, made, callee ?? '', ...said]
    .filter((word) => word.trim() !== '')
    .join(' ')
    .slice(0, longest);
}

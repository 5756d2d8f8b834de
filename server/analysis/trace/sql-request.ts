/** SQL text that a request carries to a service which runs it. */
import type { LibraryCall } from './access.js';
import type { DirectEffect, Found } from './direct-effect.js';
import { isDatabaseAddress } from './http.js';
import { sqlEffects } from './sql-effects.js';
import type { Tracer } from './tracer.js';
import type { Value } from './value.js';

const always = ['sql', 'sqlText', 'sql_text', 'sqlQuery', 'sql_query'];
/** What searches are asked with too: SQL when the address speaks of a database. */
const there = ['query', 'statement', 'statements'];
const restricting = ['read_only', 'readOnly', 'readonly'];

/** What the SQL text in the body of a request does; `undefined` when there is none, or nothing could be told of it. */
export function sqlRequest(
  tracer: Tracer,
  whole: DirectEffect,
  url: Value | undefined,
  body: Value | undefined,
  { receiver: _receiver, ...call }: LibraryCall,
): Found | undefined {
  if (body?.kind !== 'object') return undefined;
  const given = (names: readonly string[]): Value | undefined =>
    names.map((name) => body.properties.get(name)?.value()).find((value) => value !== undefined);
  const restricted = given(restricting);
  if (restricted?.kind === 'constant' && restricted.value === true) return undefined;
  const text = given(always) ?? (isDatabaseAddress(url) ? given(there) : undefined);
  if (text === undefined) return undefined;
  const found = sqlEffects(tracer, { ...whole, resource: 'database' }, text, {}, call);
  return found.effects.length === 0 ? undefined : found;
}

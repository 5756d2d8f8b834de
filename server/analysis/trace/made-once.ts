/** POSTs that add nothing a second time: the service refuses what is there, or their address alone says what is added. */
import type { HttpKnowledge } from '../../../rules/kit/index.js';
import { somePart } from './some-part.js';
import { optionsOf, type Value } from './value.js';

interface Sent {
  readonly headers: Value | undefined;
  readonly body: Value | undefined;
  /** What was given as the body, before anything was made of it. */
  readonly given: Value | undefined;
}

/** How a second request is kept from adding something more. */
export function madeOnce(knowledge: HttpKnowledge, detail: string, sent: Sent): { readonly exclusive?: true; readonly ensures?: true } {
  if (!/^(?:POST|PUT) /.test(detail)) return {};
  if (isRefused(knowledge, sent)) return { exclusive: true };
  return isMembership(knowledge, detail) && isEmpty(sent) ? { ensures: true } : {};
}

/** `createonly: true` in the body, `If-None-Match: *` among the headers. */
function isRefused({ onlyNewFields }: HttpKnowledge, { headers, given }: Sent): boolean {
  const isSaid = (part: Value): boolean =>
    part.kind === 'object' &&
    [...part.properties].some(
      ([name, property]) => onlyNewFields.includes(name.replaceAll(/[^A-Za-z]/g, '').toLowerCase()) && isSet(property.value()),
    );
  return [headers, given].flatMap((value) => (value === undefined ? [] : partsOf(value))).some((part) => somePart(part, isSaid));
}

/** What a form was made from: `new URLSearchParams({ … })`. */
function partsOf(value: Value): readonly Value[] {
  return optionsOf(value).flatMap((option) => (option.kind === 'external' ? (option.args ?? []) : [option]));
}

function isSet(value: Value): boolean {
  return value.kind === 'constant' && (value.value === true || value.value === 1 || /^(?:true|yes|1|\*)$/i.test(String(value.value)));
}

/** `/projects/…/teams/…`: a thing of a collection that belongs to another thing, and both are named. */
function isMembership({ beginning }: HttpKnowledge, detail: string): boolean {
  const [, outer, collection] = /\/([A-Za-z_-]{2,40})\/\u2026(?:\/\u2026)?\/([A-Za-z_-]{2,40}s)\/\u2026\/?$/.exec(detail) ?? [];
  if (outer === undefined || collection === undefined) return false;
  const word = collection.toLowerCase();
  return (
    !/(?:hooks|actions|events|triggers|runs|jobs|tasks|messages|builds|deploys|deployments|reactions)$/.test(word) &&
    !beginning.includes(word)
  );
}

function isEmpty({ body, given }: Sent): boolean {
  if (given === undefined || (given.kind === 'constant' && (given.value === undefined || given.value === null))) return true;
  return body?.kind === 'object' && body.properties.size === 0 && !body.open && body.others.length === 0;
}

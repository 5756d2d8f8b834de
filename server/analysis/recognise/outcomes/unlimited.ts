/** Questions to a database that answer everything that is there, however much that is. */
import { endOf, startOf, type Effect, type InputParameter, type Listing, type Place, type Unlimited } from '../../../../rules/kit/index.js';
import { matchesGlob } from '../../glob.js';
import type { CallExpression, Expression } from '../../syntax/ir.js';
import { objectSite } from '../../trace/slots.js';
import { callsOf, describedBy, seatAt, type Asked } from './steps.js';
import { usesOf, type Use } from './uses.js';
import type { CallSeat } from './way-to.js';
import { lastName } from '../../syntax/last-name.js';

/** Parameters by which the model says how much it wants. */
const limiting = /(?:^|_)(?:limit|top|take|first|last|count|offset|skip|cursor|page|max|size|k|n)(?=_|$)/;
/** Functions that cut an answer, by the names that they mention. */
const cutting = [
  'slice',
  'truncate',
  'limit',
  'paginate',
  'take',
  'islice',
  'head',
  'fetchmany',
  'fetchone',
  'splice',
  'first',
  'top',
] as const;

/** The first read of a tool that has no end. */
export function unlimitedOf(
  context: Asked,
  effects: readonly Effect[],
  inputs: readonly InputParameter[],
): { readonly unlimited?: Unlimited } {
  if (inputs.some(({ name }) => limiting.test(name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase()))) return {};
  for (const effect of effects) {
    if (effect.class !== 'read' || effect.resource !== 'database') continue;
    const seats = callsOf(effect).map((place) => seatAt(context, place));
    const [seat] = seats;
    if (seat === undefined || seats.some((one) => one === undefined || isCut(one))) continue;
    const uses = usesOf(seat);
    if (uses.every(({ how, path }) => how === 'dropped' || path.includes('length'))) continue;
    const found = bySql(seat, effect) ?? byOption(context, seat, effect, uses);
    if (found !== undefined) return { unlimited: { ...found, effect } };
  }
  return {};
}

function isCut({ fn }: CallSeat): boolean {
  return fn !== undefined && cutting.some((name) => fn.mentions.has(name));
}

type Found = Omit<Unlimited, 'effect'>;

function placeOf({ module: { file }, call }: CallSeat): Place & { readonly label: string } {
  return { file, span: call.callee.span, label: 'nothing says how many' };
}

const ends =
  /\b(?:limit|top|fetch\s+(?:first|next)|offset|group\s+by|rownum)\b|\b(?:count|sum|avg|min|max|exists|last_insert_rowid|total)\s*\(|\bjoin\b|\bpragma\b|information_schema|sqlite_master|pg_catalog/i;

/** `WHERE id = 1` */
function asksForOne(text: string): boolean {
  const at = text.search(/\bwhere\b/i);
  return at >= 0 && text.slice(at).split(';', 1)[0]!.includes('=');
}

/** `SELECT … FROM users` without an end, and without a condition on one thing. */
function bySql(seat: CallSeat, { detail = '' }: Effect): Found | undefined {
  if (!/^SELECT FROM \S+$/.test(detail)) return undefined;
  const written = textOf(seat.call.args[0]?.value);
  if (written === undefined || ends.test(written.text) || asksForOne(written.text) || !/^\s*select\b[\s\S]*\bfrom\b/i.test(written.text))
    return undefined;
  const { expression, text } = written;
  const inside = { file: seat.module.file, span: expression.span };
  const plain = expression.kind === 'literal' && /[\w)]$/.test(text);
  return { ...placeOf(seat), ...(plain ? { add: { at: startOf(endOf(inside), -1), text: ' LIMIT 100' } } : {}) };
}

/** SQL that is written where it is asked, or beside it. */
function textOf(value: Expression | undefined): { readonly text: string; readonly expression: Expression } | undefined {
  if (value?.kind === 'literal' && typeof value.value === 'string') return { text: value.value, expression: value };
  if (value?.kind === 'template' && value.tag === undefined && value.holes.length === 0)
    return { text: value.texts.join(''), expression: value };
  if (value?.kind === 'name' && value.binding?.source?.kind === 'value' && value.binding.writes.length === 0)
    return textOf(value.binding.source.value);
  return undefined;
}

/** A call of a library that answers all, unless an option or a call behind it says otherwise. */
function byOption(context: Asked, seat: CallSeat, effect: Effect, uses: readonly Use[]): Found | undefined {
  const listing = describedBy(context, effect, seat.module);
  const form = listing?.about.lists?.find(({ callees }) => callees.some((callee) => matchesGlob(callee, listing.path)));
  if (form === undefined || uses.some(({ path }) => path.some((name) => form.bounds.includes(name)))) return undefined;
  return isBounded(seat.call, form) ? undefined : { ...placeOf(seat), ...optionEdit(seat, form) };
}

function isBounded({ args }: CallExpression, { bounds, condition }: Listing): boolean {
  return args.some(({ value, spread }, index) => {
    if (spread || (value.kind !== 'object' && value.kind !== 'literal')) return true;
    if (condition === true && index === 0 && value.kind === 'object') return value.entries.length > 0;
    return (
      value.kind === 'object' &&
      value.entries.some((entry) => entry.kind === 'spread' || typeof entry.key !== 'string' || bounds.includes(entry.key))
    );
  });
}

function optionEdit({ call, module }: CallSeat, { option }: Listing): Pick<Unlimited, 'set'> {
  const [first] = call.args;
  if (option === undefined || call.args.length > 1 || lastName(call.callee) === undefined) return {};
  const { file } = module;
  if (first === undefined)
    return {
      set: {
        slot: { file, insert: { kind: 'argument', call: { file, span: call.argsSpan, args: [] }, index: 0, path: [option] } },
        value: 100,
      },
    };
  return first.value.kind === 'object'
    ? { set: { slot: { file, insert: { kind: 'property', object: objectSite(first.value, file), path: [option] } }, value: 100 } }
    : {};
}

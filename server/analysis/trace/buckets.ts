/** Times that are cut to a day or an hour: the same for whatever happens in it. */
import type { DerivedValue, Value } from './value.js';

const calendar: ReadonlySet<string> = new Set(
  'toDateString toLocaleDateString getDate getUTCDate getDay getUTCDay getMonth getUTCMonth getFullYear getUTCFullYear'.split(' '),
);
const cutting: ReadonlySet<string> = new Set(['slice', 'substring', 'substr']);
/** Of a time in Python: its day. */
const ofDay: ReadonlySet<string> = new Set(['date', 'weekday', 'isoweekday', 'isocalendar', 'toordinal']);
/** Parts of a format that tell the day, and at most the hour. */
const coarse = /^(?:[^%]|%[aAbBdGHjmuUVwWxyY%])*$/;
const rounding: ReadonlySet<string> = new Set(['Math.floor()', 'Math.trunc()', 'Math.round()', 'Math.ceil()']);
/** `2026-11-29T08`: the day, and at most the hour. */
const longest = 'yyyy-mm-ddThh'.length;
const hour = 3_600_000;

/** The value is made of the present time, and is another one only when the next day or hour comes. */
export function isBucket(value: DerivedValue): boolean {
  const { operation, from } = value;
  if (rounding.has(operation)) return from[0] !== undefined && isLong(from[0]);
  const method = /^\.(\w+)\(\)$/.exec(operation)?.[1];
  if (method === undefined) return operation === 'date.today' || (operation === '.0' && isDate(from[0]));
  const receiver = receiverOf(value, method);
  if (ofDay.has(method)) return isNow(receiver);
  if (method === 'strftime') return isNow(receiver) && isCoarse(from[from.length - 1]);
  if (calendar.has(method)) return isNow(receiver);
  if (cutting.has(method)) return isIsoText(receiver) && numberOf(from[1]) === 0 && (numberOf(from[2]) ?? Infinity) <= longest;
  return isDate(receiver) && (method === 'shift' || (method === 'at' && numberOf(from[1]) === 0));
}

function isNow(value: Value | undefined): boolean {
  return value?.kind === 'derived' && value.fresh === true;
}

function isCoarse(format: Value | undefined): boolean {
  return format?.kind === 'constant' && typeof format.value === 'string' && coarse.test(format.value);
}

/** `Date.now() / 86_400_000` */
function isLong(value: Value): boolean {
  let divisor = 1;
  let at: Value | undefined = value;
  while (at?.kind === 'derived' && at.operation === '/') {
    divisor *= numberOf(at.from[1]) ?? 0;
    at = at.from[0];
  }
  return at?.kind === 'derived' && at.fresh === true && divisor >= hour;
}

/** The parts of an ISO time around its `T`. */
function isDate(value: Value | undefined): boolean {
  if (value?.kind !== 'derived' || value.operation !== '.split()') return false;
  const by = value.from[1];
  return by?.kind === 'constant' && by.value === 'T' && isIsoText(receiverOf(value, 'split'));
}

function isIsoText(value: Value | undefined): boolean {
  return value?.kind === 'derived' && (value.operation === '.toISOString()' || value.operation === '.toJSON()');
}

/** What a method was called of: its first part is the method as a member. */
function receiverOf({ from: [member] }: DerivedValue, method: string): Value | undefined {
  return member?.kind === 'derived' && member.operation === `.${method}` ? member.from[0] : member;
}

function numberOf(value: Value | undefined): number | undefined {
  return value?.kind === 'constant' && typeof value.value === 'number' ? value.value : undefined;
}

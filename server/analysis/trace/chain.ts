/** Calls that follow each other on one object: `db.update(users).set(values).where(id)`. */
import { matchesGlob } from '../glob.js';
import type { CallExpression, Expression } from '../syntax/ir.js';
import type { Env } from './env.js';
import type { Value } from './value.js';

/** A call with the object whose method it calls. */
interface Link {
  readonly call: CallExpression;
  readonly receiver?: Value;
}

const continuations = new WeakMap<CallExpression, CallExpression>();
const ended = new WeakSet<CallExpression>();
const discarded = new WeakSet<CallExpression>();
const closed = new WeakSet<CallExpression>();
const kept = new WeakSet<CallExpression>();
const maxLinks = 64;

/** A call that knows the call whose method it is; a query of Python that is handed to it is whole. */
export function linked(call: CallExpression, { module }: Env): CallExpression {
  const { callee, args } = call;
  if (callee.kind === 'member' && callee.object.kind === 'call') continuations.set(callee.object, call);
  if (module.language === 'python') for (const { value } of args) if (value.kind === 'call') closed.add(value);
  return call;
}

/** What a call gives is waited for, so nothing more is added to it. */
export function endChain(call: CallExpression): void {
  ended.add(call);
}

/** Somebody waits for what a call gives, so the call does more than give a value. */
export function isAwaited(call: CallExpression): boolean {
  return ended.has(call);
}

/** Nothing more is called on what a call of Python gives. */
export function closeChain(call: CallExpression): void {
  closed.add(call);
}

/** Nothing takes or waits for what a call gives. */
export function discard(call: CallExpression): void {
  discarded.add(call);
}

export function isDiscarded(call: CallExpression): boolean {
  return discarded.has(call);
}

/** What a call gives gets a name, and nothing waits for it. */
export function keep(call: CallExpression): void {
  kept.add(call);
}

/** What a call gives is an object to go on with at once, so the call itself waited for nothing. */
export function givesObject(call: CallExpression): boolean {
  const next = continuations.get(call);
  return kept.has(call) || (next !== undefined && !waiting.has(methodOf(next) ?? 'then'));
}

const waiting: ReadonlySet<string> = new Set(['then', 'catch', 'finally']);

/** A method of promises, or of coroutines. */
export function isPromised(method: string | undefined): boolean {
  return method !== undefined && (waiting.has(method) || method === '__await__');
}

/** A method of this name is called in the chain, before or behind; `where*` is any that begins so, `eq|in` one of them. */
export function isChained(link: Link, name: string): boolean {
  const names = name.split('|');
  return [...followers(link.call), ...leaders(link).calls].some((call) => names.some((one) => matchesGlob(one, methodOf(call) ?? '')));
}

/** The whole chain is seen: it starts at something that is no chain, and is waited for where it stands. */
export function isWholeChain(link: Link): boolean {
  const last = followers(link.call).at(-1) ?? link.call;
  return (ended.has(last) || closed.has(last)) && leaders(link).whole;
}

function followers(call: CallExpression): readonly CallExpression[] {
  const found: CallExpression[] = [];
  for (let next = continuations.get(call); next !== undefined && found.length < maxLinks; next = continuations.get(next)) found.push(next);
  return found;
}

/** The calls before one, also those that a variable was given. */
function leaders({ call, receiver }: Link): { readonly calls: readonly CallExpression[]; readonly whole: boolean } {
  const calls: CallExpression[] = [];
  let at = call;
  let made = receiver;
  while (calls.length < maxLinks) {
    if (at.callee.kind !== 'member') return { calls, whole: true };
    const { object } = at.callee;
    if (object.kind === 'call') at = object;
    else if (made?.kind === 'external' && made.call !== undefined) at = made.call.node;
    else return { calls, whole: made === undefined || made.kind === 'class' || isOfClass(object) };
    made = undefined;
    calls.push(at);
  }
  return { calls, whole: false };
}

/** `Note.objects`: what a class of Python hands out has no chain behind it. */
function isOfClass(object: Expression): boolean {
  return object.kind === 'member' && object.object.kind === 'name' && /^[A-Z]/.test(object.object.name);
}

function methodOf(call: CallExpression): string | undefined {
  return call.callee.kind === 'member' && typeof call.callee.property === 'string' ? call.callee.property : undefined;
}

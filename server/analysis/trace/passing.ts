/** Memory that empties itself: what is put there expires or makes room, so that nothing counts on it. */
import type { Binding, ClassNode, Expression, FunctionNode } from '../syntax/ir.js';
import { eachExpression, eachInBody } from './parts.js';
import { keywordsIn, positional } from './python/arguments.js';
import { optionsOf, type Value } from './value.js';

const passingClass = /cache|temp(?:orary)?(?=[A-Z]|$)|ephemeral|transient|lru|expiring/i;
/** Members of a class that lets things go by itself. */
const lettingGo = /evict|expir|(?:^|[a-z_])ttl(?:$|[A-Z_])|TTL|^prune|^sweep|stale/i;
/** What is kept until a time. */
const until = /^(?:expires?(?:_?(?:at|in|on))?|expiry|expiration|expire_time|ttl(?:_?ms)?|valid_?until|cached_?at)$/i;

/** Objects of the class forget by themselves what they were told. */
export function forgets(cls: ClassNode): boolean {
  if (cls.name !== undefined && passingClass.test(cls.name)) return true;
  return cls.members.some(
    (member) =>
      lettingGo.test(member.name ?? '') ||
      (member.value?.kind === 'function' &&
        member.kind === 'constructor' &&
        member.value.parameters.some(({ bindings }) => bindings.some(({ name }) => lettingGo.test(name)))),
  );
}

/** Classes whose objects look at something outside, again and again. */
const watchingClass = /(?:Scanner|Watcher|Detector|Poller)$/;

/** What its objects keep is what they saw last. */
export function watches({ name }: ClassNode): boolean {
  return name !== undefined && watchingClass.test(name);
}

/** `deque(maxlen=100)` lets its oldest go by itself. */
export function isBoundedQueue(value: Value): boolean {
  // What was put into it came from what it was.
  if (value.kind === 'derived' && /^(?:append|extend)(?:left)?$/.test(value.operation))
    return value.from[0] !== undefined && optionsOf(value.from[0]).some(isBoundedQueue);
  const given = value.kind === 'external' ? value.args : value.kind === 'derived' ? value.from : undefined;
  const name = value.kind === 'external' ? value.path : value.kind === 'derived' ? value.operation : '';
  if (given === undefined || !/^deque\b/.test(name)) return false;
  const most = keywordsIn(given)?.properties.get('maxlen')?.value() ?? positional(given)[1];
  return most !== undefined && !(most.kind === 'constant' && most.value === null);
}

/** What is put into it, or was before, says when it is to be forgotten. */
export function expires(container: Value, added: readonly Value[]): boolean {
  const kept =
    container.kind === 'object' ? [...container.others, ...[...container.properties.values()].map((property) => property.value())] : [];
  return [...added, ...kept].some((value) =>
    optionsOf(value).some((option) => option.kind === 'object' && [...option.properties.keys()].some((key) => until.test(key))),
  );
}

const clock = /^(?:monotonic|now|perf_counter|time|utcnow)$/;
const lettingOne: ReadonlySet<string> = new Set(['delete', 'discard', 'pop', 'remove']);

/** A variable whose entries are only times, and which lose what is over: `used[token] = time.time() + 300`. */
export function keepsTimes({ mutations }: Binding): boolean {
  let [stores, drops] = [0, false];
  for (const mutation of mutations) {
    if (mutation.kind === 'inner') return false;
    const stored = mutation.kind === 'set' ? mutation.value : mutation.method === 'set' ? mutation.call.args[1]?.value : undefined;
    if (stored !== undefined && !isTime(stored)) return false;
    if (stored !== undefined) stores += 1;
    else if (mutation.kind === 'call' && lettingOne.has(mutation.method))
      drops ||= mutation.within.kind === 'function' && looksAtClock(mutation.within);
    else if (mutation.kind === 'call' && /^(?:add|append|push|update)$/.test(mutation.method)) return false;
  }
  return stores > 0 && drops;
}

/** A sum in which the present time is, also by a name. */
function isTime(value: Expression, depth = 0): boolean {
  let found = false;
  eachExpression(value, (part) => {
    if (part.kind === 'call') {
      const { callee } = part;
      const name = callee.kind === 'name' ? callee.name : callee.kind === 'member' ? callee.property : undefined;
      found ||= typeof name === 'string' && clock.test(name);
    } else if (part.kind === 'name' && depth < 2 && part.binding?.source?.kind === 'value' && part.binding.owner.kind === 'function')
      found ||= isTime(part.binding.source.value, depth + 1);
  });
  return found;
}

/** It compares something with the present time. */
function looksAtClock({ body }: FunctionNode): boolean {
  let found = false;
  eachInBody(body, (part) => {
    if (part.kind === 'binary' && /^[<>]=?$/.test(part.operator)) found ||= isTime(part.left) || isTime(part.right);
  });
  return found;
}

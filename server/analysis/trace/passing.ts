/** Memory that empties itself: what is put there expires or makes room, so that nothing counts on it. */
import type { ClassNode } from '../syntax/ir.js';
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

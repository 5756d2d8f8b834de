/** Classes of Python that stand for a `Protocol` because they have all that it asks for. */
import type { ClassMember } from '../../syntax/ir.js';
import { assignmentsOf } from '../assignments.js';
import { lineage } from '../bases.js';
import { membersNamed } from '../class-members.js';
import { memberKey } from '../inheriting.js';
import type { Tracer } from '../tracer.js';
import { optionsOf, type ClassValue } from '../value.js';

/** Classes with a method of one name that are looked at; of more, it is not told which stand for the protocol. */
const maxCandidates = 48;
/** A protocol that several classes stand for is one that all of a program goes through: following each of them everywhere has no end. */
const maxConforming = 1;

const typing: ReadonlySet<string> = new Set(['py:typing', 'py:typing_extensions']);

/** The class says of itself that whatever has its members stands for it. */
export function isProtocol(tracer: Tracer, { cls, env }: ClassValue): boolean {
  if (env.module.language !== 'python') return false;
  return [...(cls.base === undefined ? [] : [cls.base]), ...(cls.mixins ?? [])].some((base) =>
    optionsOf(tracer.evaluate(base, env)).some(
      (one) => one.kind === 'external' && typing.has(one.library) && /^Protocol(?:\[\])?$/.test(one.path),
    ),
  );
}

/**
 * All classes that have what a protocol asks for. `heirsOf` gives those that inherit a class. `undefined` when nobody can tell: they
 * are many, or functions stand for it, too.
 */
export function conforming(
  tracer: Tracer,
  protocol: ClassValue,
  heirsOf: (cls: ClassValue) => readonly ClassValue[] | undefined,
): readonly ClassValue[] | undefined {
  if (!isProtocol(tracer, protocol)) return [];
  const names = namesOf(tracer, protocol);
  // The longest name is that of the fewest classes.
  const [first] = namesOf(tracer, protocol, asked).toSorted((a, b) => b.length - a.length);
  if (names.includes('__call__') || first === undefined) return undefined;
  return havingAll(tracer, protocol, first, names, heirsOf);
}

/**
 * All classes that have what a protocol asks for, and a member beside it: who asks an object for what its protocol does not know,
 * knows which of them it is. `undefined` when nobody can tell.
 */
export function conformingWith(
  tracer: Tracer,
  protocol: ClassValue,
  member: string,
  heirsOf: (cls: ClassValue) => readonly ClassValue[] | undefined,
): readonly ClassValue[] | undefined {
  if (!isProtocol(tracer, protocol) || hasMember(tracer, protocol, member)) return undefined;
  return havingAll(tracer, protocol, member, [...namesOf(tracer, protocol), member], heirsOf);
}

const asked = ({ kind }: ClassMember): boolean => kind === 'method' || kind === 'getter';

/** Members that a protocol asks for. */
function namesOf(tracer: Tracer, protocol: ClassValue, which: (member: ClassMember) => boolean = () => true): readonly string[] {
  const members = lineage(tracer, protocol).flatMap((one) => (one.kind === 'class' ? one.cls.members.filter(which) : []));
  return [...new Set(members.flatMap(({ name }) => name ?? []))].filter((name) => name !== 'constructor' && name !== '__slots__');
}

/** Classes that have all members, looked for among those that have the one called `first`. */
function havingAll(
  tracer: Tracer,
  protocol: ClassValue,
  first: string,
  names: readonly string[],
  heirsOf: (cls: ClassValue) => readonly ClassValue[] | undefined,
): readonly ClassValue[] | undefined {
  const candidates = tracer.elsewhere.classesUnder(memberKey(first));
  if (candidates.length > maxCandidates) return undefined;
  const found = new Set<ClassValue>();
  for (const { cls, file } of candidates) {
    const env = tracer.moduleEnv(file);
    if (env === undefined || cls === protocol.cls) continue;
    tracer.touch(env.module, cls.span.start);
    const value = cls.outer.kind === 'module' ? tracer.evaluate(cls, env) : undefined;
    if (value?.kind !== 'class') return undefined;
    const heirs = heirsOf(value);
    if (heirs === undefined) return undefined;
    for (const one of [value, ...heirs])
      if (!isProtocol(tracer, one) && names.every((name) => hasMember(tracer, one, name))) found.add(one);
    if (found.size > maxConforming) return undefined;
  }
  return [...found];
}

function hasMember(tracer: Tracer, cls: ClassValue, name: string): boolean {
  return lineage(tracer, cls).some(
    (one) => one.kind === 'class' && (membersNamed(one.cls, name).length > 0 || assignmentsOf(one.cls).has(name)),
  );
}

/**
 * What an object of TypeScript that is known by an interface leaves to the classes that say they implement it. They answer while
 * nothing else is written in the workspace that has all members of the interface.
 */
import type { ClassNode, Statement, TypeNode } from '../syntax/ir.js';
import { classesInStatement } from './classes.js';
import { membersNamed } from './class-members.js';
import type { Env, Remembered } from './env.js';
import { answerOf, maxHeirs } from './heirs.js';
import { instanceMember } from './instances.js';
import { eachInBody } from './parts.js';
import type { Tracer } from './tracer.js';
import { typeInstance } from './type-instance.js';
import { typedValue } from './types.js';
import type { ClassValue, Value } from './value.js';

type Members = TypeNode & { readonly kind: 'members' };

/** Files that mention the longest name of an interface; of more, it is not told what stands in them. */
const maxFiles = 40;

const known = new WeakMap<TypeNode, Remembered<readonly ClassValue[] | undefined>>();

/** A member of an object that is known by an interface; `undefined` when nobody can tell who implements it. */
export function answerOfImplementing(tracer: Tracer, node: TypeNode, env: Env, key: string): Value | undefined {
  if (node.kind !== 'members' || env.module.language === 'python') return undefined;
  const earlier = known.get(node);
  const answer = tracer.serves(earlier) ? earlier : tracer.remember(() => implementing(tracer, node, env));
  known.set(node, answer);
  const classes = answer === earlier ? tracer.reuse(answer) : answer.value;
  return classes === undefined ? undefined : answerOf(tracer, classes, key, (cls) => instanceMember(tracer, typeInstance(cls), key));
}

function implementing(tracer: Tracer, node: Members, env: Env): readonly ClassValue[] | undefined {
  tracer.touchOutline(env.module.file);
  const name = env.module.exports.find(
    (item) => 'binding' in item && item.binding.source?.kind === 'type' && item.binding.source.type === node,
  );
  const wanted = node.members.flatMap((member) => (member.optional ? [] : [member.name]));
  const [longest] = wanted.toSorted((a, b) => b.length - a.length);
  if (name === undefined || longest === undefined || node.bases.length > 0) return undefined;
  const found = new Map<ClassNode, ClassValue>();
  for (const { cls, file } of tracer.elsewhere.classesUnder(name.name)) {
    const there = tracer.moduleEnv(file);
    if (there === undefined || !cls.implements.some((type) => means(typedValue(tracer, type, there), node))) continue;
    tracer.touch(there.module, cls.span.start);
    const value = cls.outer.kind === 'module' ? tracer.evaluate(cls, there) : undefined;
    if (value?.kind !== 'class') return undefined;
    found.set(cls, value);
  }
  if (found.size === 0 || found.size > maxHeirs) return undefined;
  const { files } = tracer.elsewhere.filesWith(longest);
  if (files.length > maxFiles) return undefined;
  const isOpen = tracer.elsewhere.isWritten(longest, `${name.name} ${env.module.file}`, ({ body }) =>
    body.some((statement) => hasOthers(statement, wanted, found)),
  );
  return isOpen ? undefined : [...found.values()];
}

function means({ kind, ...value }: Value, node: TypeNode): boolean {
  return kind === 'unknown' && 'type' in value && value.type?.node === node;
}

/** An object is written there, or a class, that has all of these members and is none of the classes. */
function hasOthers(statement: Statement, wanted: readonly string[], classes: ReadonlyMap<ClassNode, unknown>): boolean {
  const { declared, others } = classesInStatement(statement);
  const isOther = (cls: ClassNode): boolean => !classes.has(cls) && wanted.every((name) => membersNamed(cls, name).length > 0);
  if (declared.some(isOther) || others.some(isOther)) return true;
  return objectsIn(statement).some(
    (keys) => wanted.some((name) => keys.has(name)) && (keys.has(more) || wanted.every((name) => keys.has(name))),
  );
}

/** Stands for names that an object takes from another one. */
const more = '...';
const byStatement = new WeakMap<Statement, readonly ReadonlySet<unknown>[]>();

/** The objects that are written in a statement, by the names of what they have. */
function objectsIn(statement: Statement): readonly ReadonlySet<unknown>[] {
  let found = byStatement.get(statement);
  if (found === undefined) {
    const list: ReadonlySet<unknown>[] = [];
    eachInBody(
      [statement],
      (part) => {
        if (part.kind !== 'object' || part.entries.length === 0) return;
        list.push(new Set(part.entries.map((entry) => (entry.kind === 'spread' ? more : entry.key))));
      },
      'all',
    );
    byStatement.set(statement, (found = list));
  }
  return found;
}

/** Classes of Python that know their heirs: `__init_subclass__` is told of each one, `__subclasses__()` lists them. */
import type { ClassNode, Mentioned, Module } from '../../syntax/ir.js';
import { JoinedMentions } from '../../syntax/joined-mentions.js';
import { lineage } from '../../trace/bases.js';
import type { Put } from '../../trace/cells.js';
import { classEnv } from '../../trace/instances.js';
import { heirsOf } from '../../trace/python/heirs.js';
import type { Tracer } from '../../trace/tracer.js';
import type { ClassValue, FunctionValue } from '../../trace/value.js';

const words: ReadonlySet<string> = new Set(['__init_subclass__', '__subclasses__']);

/** Which mentions have the words: an edit leaves those of nearly all functions alone. */
const known = new WeakMap<Mentioned, boolean>();

function areIn(mentions: Mentioned): boolean {
  let answer = known.get(mentions);
  if (answer === undefined)
    known.set(mentions, (answer = mentions instanceof JoinedMentions ? mentions.parts.some(areIn) : mentions.hasAny(words)));
  return answer;
}

/** Some class of these modules is told of its heirs, or asked for them. */
export function knowHeirs(modules: readonly Module[]): boolean {
  return modules.some(({ language, mentions }) => language === 'python' && areIn(mentions));
}

/** What a class says to those that it inherits from when it is made. */
export function heir(
  tracer: Tracer,
  cls: ClassValue,
  node: ClassNode,
): { readonly puts: readonly Put[]; readonly told: readonly FunctionValue[] } {
  const [, ...above] = lineage(tracer, cls);
  const bases = above.flatMap((base) => (base.kind === 'class' ? [base] : []));
  const [parent] = bases;
  const hook = bases.flatMap((base) => {
    const fn = base.cls.members.find(({ name }) => name === '__init_subclass__')?.value;
    return fn?.kind === 'function' ? [tracer.functionValue(fn, classEnv(cls, base))] : [];
  });
  return { puts: parent === undefined ? [] : [{ cell: heirsOf(parent.cls).cell!, node, value: cls }], told: hook.slice(0, 1) };
}

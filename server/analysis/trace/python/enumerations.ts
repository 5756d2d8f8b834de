/** Members of enumerations that say no value themselves. */
import type { ClassMember } from '../../syntax/ir.js';
import { lineage } from '../bases.js';
import type { Env } from '../env.js';
import type { Tracer } from '../tracer.js';
import { constant, type ClassValue, type ConstantValue } from '../value.js';

/** `RED = auto()`: the name in small letters where members are texts, else their number. */
export function automatic(tracer: Tracer, of: ClassValue, member: ClassMember, env: Env): ConstantValue | undefined {
  if (!callsAuto(tracer, member, env) || member.name === undefined) return undefined;
  const isText = lineage(tracer, of).some((one) => one.kind === 'external' && one.library === 'py:enum' && one.path.startsWith('StrEnum'));
  const at = tracer.place(member.span, env);
  if (isText) return constant(member.name.toLowerCase(), at);
  const before = of.cls.members.filter(({ kind, value }) => kind === 'field' && value !== undefined);
  return before.every((one) => callsAuto(tracer, one, env)) ? constant(before.indexOf(member) + 1, at) : undefined;
}

function callsAuto(tracer: Tracer, { value }: ClassMember, env: Env): boolean {
  if (value?.kind !== 'call' || value.args.length > 0 || value.callee.kind === 'super') return false;
  const callee = tracer.evaluate(value.callee, env);
  return callee.kind === 'external' && callee.library === 'py:enum' && callee.path === 'auto';
}

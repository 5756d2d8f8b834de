/** What classes of Python leave to those that inherit them. */
import type { ClassNode } from '../../syntax/ir.js';
import type { Env } from '../env.js';
import type { Tracer } from '../tracer.js';
import { typedValue } from '../types.js';
import { unknown, type Value } from '../value.js';

/** A method or property that other classes implement, known by its type; `env` is where bodies of the class run. */
export function leftOpen(tracer: Tracer, cls: ClassNode, key: string, env: Env): Value | undefined {
  const member = cls.members.findLast(({ name }) => name === key);
  if (member?.abstract !== true || member.value?.kind !== 'function') return undefined;
  const { span, returnType } = member.value;
  if (member.kind !== 'getter')
    return unknown('an abstract method', {
      node: { kind: 'function', span, ...(returnType === undefined ? {} : { result: returnType }) },
      env,
    });
  return returnType === undefined ? unknown('an abstract property') : typedValue(tracer, returnType, env);
}

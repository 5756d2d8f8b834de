/** Members that a class of Python answers for when nothing of the name is there: `__getattr__`. */
import type { Env } from '../env.js';
import type { Tracer } from '../tracer.js';
import { constant, type ClassValue, type Value } from '../value.js';

/**
 * What the class makes up for a name.
 *
 * @param line the class and those that it inherits from
 * @param within where bodies of one run for the object
 * @param name what was asked for, where that is one of several
 */
export function madeUp(
  tracer: Tracer,
  line: readonly Value[],
  key: string,
  within: (cls: ClassValue) => Env,
  name: Value = constant(key),
): Value | undefined {
  // Python asks the class for these, never the object.
  if (/^__\w+__$/.test(key)) return undefined;
  for (const cls of line) {
    const member = cls.kind === 'class' ? cls.cls.members.find(({ name }) => name === '__getattr__')?.value : undefined;
    if (cls.kind === 'class' && cls.env.module.language === 'python' && member?.kind === 'function')
      return tracer.callFunction(tracer.functionValue(member, within(cls)), [name]);
  }
  return undefined;
}

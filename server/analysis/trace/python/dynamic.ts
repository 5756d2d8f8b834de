/** Members that a class of Python answers for when nothing of the name is there: `__getattr__`. */
import { classEnv } from '../instances.js';
import type { Tracer } from '../tracer.js';
import { constant, type InstanceValue, type Value } from '../value.js';

/** What the class makes up for a name; `line`: the class and those that it inherits from. */
export function madeUp(tracer: Tracer, instance: InstanceValue, line: readonly Value[], key: string): Value | undefined {
  // Python asks the class for these, never the object.
  if (/^__\w+__$/.test(key)) return undefined;
  for (const cls of line) {
    const member = cls.kind === 'class' ? cls.cls.members.find(({ name }) => name === '__getattr__')?.value : undefined;
    if (cls.kind === 'class' && cls.env.module.language === 'python' && member?.kind === 'function')
      return tracer.callFunction(tracer.functionValue(member, classEnv(instance, cls)), [constant(key)]);
  }
  return undefined;
}

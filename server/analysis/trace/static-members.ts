/** Members of classes themselves, through inheritance. */
import { bodyOf } from '../syntax/inner.js';
import { lineage } from './bases.js';
import { onlyWrites } from './class-members.js';
import { classEnv, memberValue } from './instances.js';
import { outsideValues } from './outside.js';
import { eachInBody } from './parts.js';
import { automatic } from './python/enumerations.js';
import type { Tracer } from './tracer.js';
import { typeInstance } from './type-instance.js';
import { typedValue } from './types.js';
import { laterReason, union, unknown, type ClassValue, type Value } from './value.js';

/** What methods of a class assign to the class itself: `Store.instance = new Store()`. */
function assignedToClass(tracer: Tracer, start: ClassValue, cls: ClassValue, key: string): readonly Value[] {
  const values: Value[] = [];
  for (const { value: fn, static: ofClass } of cls.cls.members) {
    if (fn?.kind !== 'function') continue;
    eachInBody(fn.body, (part) => {
      if (part.kind !== 'assign' || part.target.kind !== 'member' || part.target.property !== key || tracer.busy.has(part)) return;
      const { object } = part.target;
      const source = object.kind === 'name' ? object.binding?.source : undefined;
      if (object.kind === 'this' ? !ofClass : source?.kind !== 'class' || source.cls !== cls.cls) return;
      tracer.touchAll(bodyOf(cls.env.module, fn));
      tracer.busy.add(part);
      // `Store.instance = self`: what a method of an object assigns may be the object.
      const { env } = tracer.activation(tracer.functionValue(fn, classEnv(ofClass ? start : typeInstance(start), cls)), undefined);
      values.push(tracer.evaluate(part.value, env));
      tracer.busy.delete(part);
    });
  }
  return values.map((value) => (value.kind === 'unknown' ? unknown(laterReason) : value));
}

/** A static member of a class, or of a class that it extends. */
export function staticMember(tracer: Tracer, start: ClassValue, key: string): Value {
  const line = lineage(tracer, start);
  for (const cls of line) {
    if (cls.kind !== 'class') continue;
    const env = classEnv(start, cls);
    // What stands in the body of a Python class belongs to the class, too.
    const isPython = cls.env.module.language === 'python';
    const member = cls.cls.members.find((item) => (item.static || isPython) && item.name === key && !onlyWrites(item));
    if (member?.value !== undefined) {
      const value = (isPython ? automatic(tracer, cls, member, env) : undefined) ?? memberValue(tracer, member, env);
      if (member.kind !== 'field' || value.kind !== 'constant') return value;
      return union([value, ...assignedToClass(tracer, start, cls, key), ...outsideValues(tracer, cls, key, member, true)]);
    }
    if (member?.type !== undefined) return typedValue(tracer, member.type, env);
    if ((key === 'name' || key === '__name__') && cls.cls.name !== undefined) return { kind: 'constant', value: cls.cls.name };
  }
  const cls = line.find(({ kind }) => kind !== 'class');
  if (cls?.kind === 'external') {
    const member = tracer.libraries.member(cls, key);
    return tracer.external(member.library, member.path);
  }
  // Without one of its own, a class makes an empty object with it.
  if (key === '__new__' && start.env.module.language === 'python') return tracer.external('py:builtins', 'object.__new__');
  return unknown(`static \`${key}\``);
}

/** Classes that make their own instances: what a method of the class gives. */
import type { Framework } from '../../../../rules/kit/index.js';
import { externalBase } from '../../trace/instances.js';
import { memberOf } from '../../trace/members.js';
import { resultsOf } from '../../trace/results.js';
import type { Tracer } from '../../trace/tracer.js';
import { optionsOf, type ClassValue, type InstanceValue } from '../../trace/value.js';
import type { Member } from '../definition.js';
import { itemsOf, placeOfItself } from '../members.js';

/** The instances that a method of a class makes, also those of other classes. */
export function madeBy(tracer: Tracer, cls: ClassValue, method: string): readonly InstanceValue[] {
  return optionsOf(memberOf(tracer, cls, method)).flatMap((fn) =>
    fn.kind === 'function'
      ? itemsOf(resultsOf(tracer, fn.fn, tracer.activation(fn, undefined).env)).filter((item) => item.kind === 'instance')
      : [],
  );
}

/** The tools that a class of a framework stands for. */
export function madeMembers(tracer: Tracer, { classes = [] }: Framework, cls: ClassValue): readonly Member[] {
  const base = externalBase(tracer, cls);
  const makes = base === undefined ? undefined : classes.find((form) => tracer.libraries.is(base, form.base))?.makes;
  return makes === undefined ? [] : madeBy(tracer, cls, makes).map((made) => ({ at: placeOfItself(made.cls) }));
}

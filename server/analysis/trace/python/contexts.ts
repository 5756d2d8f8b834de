/** Context managers: what `with` gives, and what entering and leaving call. */
import type { CallExpression, UnaryExpression } from '../../syntax/ir.js';
import type { Tracer } from '../tracer.js';
import { instanceMember } from '../instances.js';
import { optionsOf, union, type FunctionValue, type Value } from '../value.js';

/** What `with manager as x` gives to `x`. */
export function entered(tracer: Tracer, manager: Value): Value {
  return union(
    optionsOf(manager).map((option) => {
      if (option.kind === 'instance') {
        const [enter] = methodsFor(tracer, option, 'with');
        return enter === undefined ? option : tracer.callFunction(enter, []);
      }
      // A generator stands for what it yields first.
      if (option.kind === 'array') return option.items[0] ?? option.rest ?? option;
      if (option.kind !== 'external') return option;
      for (const name of ['__enter__', '__aenter__']) {
        const made = tracer.libraries.result(tracer.libraries.member(option, name));
        if (made?.path.endsWith('#') === true) return { ...option, ...made };
      }
      return option;
    }),
  );
}

const names = { with: ['__enter__', '__aenter__'], leave: ['__exit__', '__aexit__'] } as const;

/** The methods of the project that entering or leaving runs. */
export function methodsFor(tracer: Tracer, manager: Value, when: 'with' | 'leave'): readonly FunctionValue[] {
  return optionsOf(manager).flatMap((option) => {
    if (option.kind !== 'instance') return [];
    for (const name of names[when]) {
      const found = optionsOf(instanceMember(tracer, option, name)).filter((member) => member.kind === 'function');
      if (found.length > 0) return found;
    }
    return [];
  });
}

/** The call that entering or leaving is. */
export function managing({ operand, span }: UnaryExpression): CallExpression {
  return { kind: 'call', span, callee: operand, args: [], isNew: false, optional: false, argsSpan: span };
}

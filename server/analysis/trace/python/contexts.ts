/** Context managers: what `with` gives. */
import type { Tracer } from '../tracer.js';
import { answerOf, protocolsFor } from '../protocols.js';
import { optionsOf, union, type Value } from '../value.js';

/** What `with manager as x` gives to `x`. */
export function entered(tracer: Tracer, manager: Value): Value {
  return union(
    optionsOf(manager).map((option) => {
      if (option.kind === 'instance') {
        return answerOf(tracer, option, protocolsFor(option).with, []) ?? option;
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

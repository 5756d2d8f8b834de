/** Definitions of two steps: `preprocess` makes of the model's arguments what `run` is given. */
import { memberOf } from '../../trace/members.js';
import type { Tracer } from '../../trace/tracer.js';
import { optionsOf, union, type InstanceValue, type ObjectValue, type Value } from '../../trace/value.js';

const firstSteps = ['preprocess', 'preProcess', 'prepare', 'prepareArgs', 'prepareArguments', 'prepareInput'] as const;
const handedOn = ['args', 'arguments', 'input', 'params'] as const;

/** The arguments that the second step gets: those that the first one hands on, else the model's own. */
export function preparedInput(tracer: Tracer, holder: ObjectValue | InstanceValue, input: Value): Value {
  for (const step of firstSteps) {
    const first = memberOf(tracer, holder, step);
    if (first.kind !== 'function' || first.fn.parameters.length === 0) continue;
    const made = optionsOf(tracer.callFunction(first, [input])).flatMap((answer): readonly Value[] => {
      if (answer.kind !== 'object') return [];
      const property = handedOn.map((name) => answer.properties.get(name)).find((found) => found !== undefined);
      return property === undefined ? [] : [property.value()];
    });
    if (made.length > 0) return union(made);
  }
  return input;
}

/** What waiting for a value comes to. */
import { methodsNamed } from './protocols.js';
import { protocolsOf } from './protocol-names.js';
import { returnedBy } from './results.js';
import type { Tracer } from './tracer.js';
import { optionsOf, union, type Value } from './value.js';

const python = protocolsOf('python');

/** What awaiting a value gives: an object that can be awaited says it itself. */
export function awaited(tracer: Tracer, value: Value): Value {
  if (value.kind !== 'instance' && value.kind !== 'union') return value;
  return union(
    optionsOf(value).map((option) => {
      const [method] = option.kind === 'instance' ? methodsNamed(tracer, option, python.await) : [];
      if (method === undefined) return option;
      // A generator that is awaited comes to what it returns, and not to what it yields on the way.
      return method.fn.generator ? returnedBy(tracer, method.fn, tracer.activation(method, []).env) : tracer.callFunction(method, []);
    }),
  );
}

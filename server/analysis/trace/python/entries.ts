import type { Env } from '../env.js';
import type { Tracer } from '../tracer.js';
import type { Property, Value } from '../value.js';
import type { Filling } from './filling.js';

/** What a method of a Python dictionary puts into it. */
export function putEntries(
  tracer: Tracer,
  filling: Filling | undefined,
  env: Env,
  add: (key: Value, property: Property) => void,
  copy: (from: Value) => void,
): void {
  if (filling?.method === 'assign') {
    for (const { name, value, span } of filling.args) {
      const given = tracer.evaluate(value, env);
      if (name === undefined || name === '**') copy(given);
      else add({ kind: 'constant', value: name, at: tracer.place(span, env) }, { value: () => given, at: tracer.place(value.span, env) });
    }
    return;
  }
  const [key, item] = filling?.method === 'set' ? filling.args : [];
  if (key !== undefined && item !== undefined)
    add(tracer.evaluate(key.value, env), { value: () => tracer.evaluate(item.value, env), at: tracer.place(item.value.span, env) });
}

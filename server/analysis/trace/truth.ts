import type { Env } from './env.js';
import { protocolsFor, has } from './protocols.js';
import { pythonTruth } from './python/methods.js';
import type { Tracer } from './tracer.js';
import { truthiness, type Value } from './value.js';

/** What a test in code says of a value; `undefined` when it could be either. */
export function truthOf(tracer: Tracer, value: Value, { module }: Env): boolean | undefined {
  if (module.language !== 'python') return truthiness(value);
  return pythonTruth(value, (instance) => protocolsFor(instance).truth.some((name) => has(tracer, instance.cls, name)));
}

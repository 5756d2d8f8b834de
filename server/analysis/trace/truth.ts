import type { Env } from './env.js';
import { pythonTruth } from './python/methods.js';
import { truthiness, type Value } from './value.js';

/** What a test in code says of a value; `undefined` when it could be either. */
export function truthOf(value: Value, { module }: Env): boolean | undefined {
  return module.language === 'python' ? pythonTruth(value) : truthiness(value);
}

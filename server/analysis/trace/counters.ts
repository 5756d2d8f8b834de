/** Numbers that count. */
import type { Place } from '../../../rules/kit/index.js';
import { derived, type DerivedValue, type Value } from './value.js';

export function isNumber(value: Value): boolean {
  return value.kind === 'constant' && typeof value.value === 'number';
}

/** A number that is another one each time. */
export function counted(name: string, from: readonly Value[], at: Place): DerivedValue {
  return { ...derived(`${name}++`, from, at), fresh: true };
}

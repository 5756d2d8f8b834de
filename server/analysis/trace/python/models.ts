/** Classes of data: dataclasses, pydantic models and the like take their fields as arguments. */
import type { ClassMember } from '../../syntax/ir.js';
import { laterReason, unknown, type ClassValue, type InstanceValue, type Value } from '../value.js';
import { keywordsIn, positional } from './arguments.js';

/** A field that may have been given by name, as anything. */
export const openField: Value = unknown(laterReason);

/** What an instance was given for a field that its class declares with a type, when no class of its line has a constructor of its own. */
export function fieldArgument(
  { args }: InstanceValue,
  cls: ClassValue,
  members: readonly ClassMember[],
  line: readonly Value[],
): Value | undefined {
  const [field] = members;
  if (args === undefined || cls.env.module.language !== 'python' || members.length !== 1 || field?.annotated !== true) return undefined;
  if (line.some((one) => one.kind === 'class' && one.cls.members.some(({ kind }) => kind === 'constructor'))) return undefined;
  const keywords = keywordsIn(args);
  const named = keywords?.properties.get(field.name ?? '');
  if (named !== undefined) return named.value();
  // `Settings(**values)` may give any of them.
  if (keywords?.open === true) return openField;
  const fields = line.flatMap((one) => (one.kind === 'class' ? one.cls.members.filter(({ annotated }) => annotated === true) : []));
  const index = fields.indexOf(field);
  return index < 0 ? undefined : positional(args)[index];
}

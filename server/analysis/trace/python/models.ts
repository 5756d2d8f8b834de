/** Classes of data: dataclasses, pydantic models and the like take their fields as arguments. */
import type { ClassMember } from '../../syntax/ir.js';
import type { ClassValue, InstanceValue, Value } from '../value.js';
import { keywordsIn, positional } from './arguments.js';

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
  const named = keywordsIn(args)?.properties.get(field.name ?? '');
  if (named !== undefined) return named.value();
  const fields = line.flatMap((one) => (one.kind === 'class' ? one.cls.members.filter(({ annotated }) => annotated === true) : []));
  const index = fields.indexOf(field);
  return index < 0 ? undefined : positional(args)[index];
}

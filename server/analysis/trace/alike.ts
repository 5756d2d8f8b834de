/**
 * Whether a value that was made again is the one from before. What rests on a list is asked again when something is put there;
 * mostly the answer is made of the same parts. Then the earlier value stays, with its identity, so that nobody who got it has to be
 * asked again.
 */
import { areOfOneOrigin } from './cells.js';
import type { ArrayValue, ExternalValue, InstanceValue, ObjectValue, Property, Value } from './value.js';
import { placedKeyOf } from './value-keys.js';

/** The same parts, made by the same expression in the same execution. */
export function isAlike(before: Value, now: Value): boolean {
  if (before === now) return true;
  switch (before.kind) {
    case 'object':
      return now.kind === 'object' && sameObject(before, now);
    case 'array':
      return now.kind === 'array' && sameList(before, now);
    case 'instance':
      return now.kind === 'instance' && sameInstance(before, now);
    case 'external':
      return now.kind === 'external' && sameExternal(before, now);
    case 'union':
      return (
        now.kind === 'union' &&
        before.options.length === now.options.length &&
        before.options.every((option, i) => isAlike(option, now.options[i]!))
      );
    default:
      return placedKeyOf(before) === placedKeyOf(now);
  }
}

function sameObject(before: ObjectValue, now: ObjectValue): boolean {
  if (!areOfOneOrigin(before, now) || before.open !== now.open || before.collection !== now.collection) return false;
  if (isChanged(before) || isChanged(now) || before.trap !== now.trap || before.properties.size !== now.properties.size) return false;
  if (!sameParts(before.others, now.others)) return false;
  const names = now.properties.keys();
  return [...before.properties].every(
    ([name, property]) => name === names.next().value && sameProperty(property, now.properties.get(name)!),
  );
}

/** Written at the same place of the same execution: what it is worth now is asked when it is needed. */
function sameProperty(before: Property, now: Property): boolean {
  if (before === now) return true;
  const [a, b] = [before.written, now.written];
  if (a === undefined && b === undefined) return placedKeyOf(before.value()) === placedKeyOf(now.value());
  return a !== undefined && b !== undefined && a.value === b.value && a.env === b.env && before.at?.span === now.at?.span;
}

function sameList(before: ArrayValue, now: ArrayValue): boolean {
  if (!areOfOneOrigin(before, now) || isChanged(before) || isChanged(now)) return false;
  return (
    sameParts(before.items, now.items) &&
    sameParts(before.mayLack ?? [], now.mayLack ?? []) &&
    sameParts(before.together ?? [], now.together ?? []) &&
    sameParts(before.rest === undefined ? [] : [before.rest], now.rest === undefined ? [] : [now.rest])
  );
}

function sameInstance(before: InstanceValue, now: InstanceValue): boolean {
  if (before.madeIn !== now.madeIn || before.cls.id !== now.cls.id || (before.args === undefined) !== (now.args === undefined))
    return false;
  return sameParts(before.args ?? [], now.args ?? []);
}

function sameExternal(before: ExternalValue, now: ExternalValue): boolean {
  if (before.library !== now.library || before.path !== now.path || (before.args === undefined) !== (now.args === undefined)) return false;
  return before.call?.node === now.call?.node && before.call?.env === now.call?.env && sameParts(before.args ?? [], now.args ?? []);
}

function sameParts(before: readonly Value[], now: readonly Value[]): boolean {
  return before.length === now.length && before.every((value, i) => placedKeyOf(value) === placedKeyOf(now[i]!));
}

function isChanged({ grownFrom, filledFrom }: ObjectValue | ArrayValue): boolean {
  return grownFrom !== undefined || filledFrom !== undefined;
}

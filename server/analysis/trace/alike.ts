/**
 * Whether a value that was made again is the one from before. What rests on a list is asked again when something is put there;
 * mostly the answer is made of the same parts. Then the earlier value stays, with its identity, so that nobody who got it has to be
 * asked again.
 */
import { areOfOneOrigin } from './cells.js';
import type { ArrayValue, DerivedValue, ExternalValue, InstanceValue, ObjectValue, Property, Value } from './value.js';
import { placedKeyOf } from './value-keys.js';

/** Parts in parts that are compared; of what lies deeper, only the same is alike. */
const maxDepth = 6;

/** The same parts, made by the same expression in the same execution. */
export function isAlike(before: Value, now: Value, depth = 0): boolean {
  if (before === now) return true;
  if (depth > maxDepth) return placedKeyOf(before) === placedKeyOf(now);
  switch (before.kind) {
    case 'object':
      return now.kind === 'object' && sameObject(before, now, depth);
    case 'array':
      return now.kind === 'array' && sameList(before, now, depth);
    case 'instance':
      return now.kind === 'instance' && sameInstance(before, now, depth);
    case 'external':
      return now.kind === 'external' && sameExternal(before, now, depth);
    case 'union':
      return (
        now.kind === 'union' &&
        before.options.length === now.options.length &&
        before.options.every((option, i) => isAlike(option, now.options[i]!, depth + 1))
      );
    case 'derived':
      return now.kind === 'derived' && (placedKeyOf(before) === placedKeyOf(now) || sameDerived(before, now, depth));
    default:
      return placedKeyOf(before) === placedKeyOf(now);
  }
}

/** Worked out at the same place from the same. */
function sameDerived(before: DerivedValue, now: DerivedValue, depth: number): boolean {
  if (before.operation !== now.operation || before.at?.span !== now.at?.span || before.at?.file !== now.at?.file) return false;
  if (before.fresh !== now.fresh || before.answer !== now.answer || before.read !== now.read) return false;
  return sameParts(before.from, now.from, depth);
}

function sameObject(before: ObjectValue, now: ObjectValue, depth: number): boolean {
  // What is put together for a call, such as its arguments by name, nobody else holds.
  const isPassed = depth > 0 && [before, now].every(({ cell, node }) => cell === undefined && node === undefined);
  if ((!isPassed && !areOfOneOrigin(before, now)) || before.open !== now.open || before.collection !== now.collection) return false;
  if (isChanged(before) || isChanged(now) || before.trap !== now.trap || before.properties.size !== now.properties.size) return false;
  if (!sameParts(before.others, now.others, depth)) return false;
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

function sameList(before: ArrayValue, now: ArrayValue, depth: number): boolean {
  if (!areOfOneOrigin(before, now) || isChanged(before) || isChanged(now)) return false;
  return (
    sameParts(before.items, now.items, depth) &&
    sameParts(before.mayLack ?? [], now.mayLack ?? [], depth) &&
    sameParts(before.together ?? [], now.together ?? [], depth) &&
    sameParts(before.rest === undefined ? [] : [before.rest], now.rest === undefined ? [] : [now.rest], depth)
  );
}

function sameInstance(before: InstanceValue, now: InstanceValue, depth: number): boolean {
  if (before.madeIn !== now.madeIn || before.cls.id !== now.cls.id || (before.args === undefined) !== (now.args === undefined))
    return false;
  return sameParts(before.args ?? [], now.args ?? [], depth);
}

function sameExternal(before: ExternalValue, now: ExternalValue, depth: number): boolean {
  if (before.library !== now.library || before.path !== now.path || (before.args === undefined) !== (now.args === undefined)) return false;
  return before.call?.node === now.call?.node && before.call?.env === now.call?.env && sameParts(before.args ?? [], now.args ?? [], depth);
}

function sameParts(before: readonly Value[], now: readonly Value[], depth: number): boolean {
  return before.length === now.length && before.every((value, i) => isAlike(value, now[i]!, depth + 1));
}

function isChanged({ grownFrom, filledFrom }: ObjectValue | ArrayValue): boolean {
  return grownFrom !== undefined || filledFrom !== undefined;
}

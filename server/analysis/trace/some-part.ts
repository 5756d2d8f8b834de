import { textHoles, type Value } from './value.js';

const maxVisits = 400;

/** Whether a value, or something that it was made from, passes a test. Each part is looked at once, and not without end. */
export function somePart(value: Value, test: (part: Value) => boolean): boolean {
  return someOwnPart(value, never, test);
}

/** Like {@link somePart}; what is `foreign` was not made here, and nobody looks at it or into it. */
export function someOwnPart(value: Value, foreign: (part: Value) => boolean, test: (part: Value) => boolean): boolean {
  if (foreign(value)) return false;
  if (test(value)) return true;
  const parts = directParts(value);
  // Most values were made from nothing else.
  if (parts.length === 0) return false;
  const waiting = [...parts];
  const seen = new Set<Value>([value]);
  for (let part = waiting.pop(); part !== undefined && seen.size < maxVisits; part = waiting.pop()) {
    if (seen.has(part)) continue;
    seen.add(part);
    if (foreign(part)) continue;
    if (test(part)) return true;
    if (isMade(part)) for (const inner of directParts(part)) waiting.push(inner);
  }
  return false;
}

const never = (): boolean => false;

function isMade({ kind }: Value): boolean {
  return kind === 'text' || kind === 'union' || kind === 'derived' || kind === 'array' || kind === 'object';
}

/** What a value was directly made from. */
export function directParts(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'text':
      return textHoles(value);
    case 'union':
      return value.options;
    case 'derived':
      return value.from;
    case 'array':
      return value.rest === undefined ? value.items : [...value.items, value.rest];
    case 'object':
      return [...value.properties.values()].map((property) => property.value());
    case 'external':
      // A path of Python is an object, and made from texts all the same.
      return value.path.startsWith('Path#') ? (value.args ?? []) : [];
    default:
      return [];
  }
}

/** Whether text of the model reaches a value. */
export function fromModel(value: Value): boolean {
  return somePart(value, (part) => part.kind === 'input' && part.role === 'input');
}

/** Something of it is new at each evaluation. */
export function hasFresh(value: Value): boolean {
  return somePart(value, (part) => part.kind === 'derived' && (part.fresh === true || part.operation.includes('++')));
}

/** Registrations that could not be told, and files that were not followed to their end. */
import type { Tool } from '../../../rules/kit/index.js';
import type { UnresolvedPlace } from '../finding.js';
import type { Unit } from './units.js';

/** Files in which there was more to follow than the bounds allow. */
export function unfinished(units: readonly Unit[]): readonly UnresolvedPlace[] {
  const files = new Set(units.filter((unit) => unit.exhausted).map((unit) => unit.file));
  return [...files].map((file) => ({
    file,
    span: { start: 0, end: 0 },
    reason: 'there is more code than the bounds allow, so tools may be missing',
  }));
}

/** Places of tools move with the text; what was told of a moment stays. */
export function settled({ file, span, reason }: UnresolvedPlace): UnresolvedPlace {
  return { file, span: { start: span.start, end: span.end }, reason };
}

/** A place that told some tools in one way of reaching it is not unresolved because of another. */
export function withoutKnown(opaque: readonly UnresolvedPlace[], parts: readonly (readonly Tool[])[]): readonly UnresolvedPlace[] {
  if (opaque.length === 0) return [];
  const seen = new Set(parts.flat().map((tool) => `${tool.definition.file}:${tool.definition.span.start}`));
  return opaque.filter((place) => {
    const key = `${place.file}:${place.span.start}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

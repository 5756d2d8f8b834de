/** Which parameters of the tool reach what a call touches, or what it hands over. */
import { fromModel, somePart } from './some-part.js';
import type { TracedEffect } from './traced.js';

/** Paths from the input, such as `order.id`; empty for all of the arguments as they are. */
export function inputsOf({ subject, target, content }: Pick<TracedEffect, 'subject' | 'target' | 'content'>): readonly string[] {
  const paths = new Set<string>();
  for (const value of [subject, target, ...content]) {
    if (value === undefined || !fromModel(value)) continue;
    somePart(value, (part) => {
      if (part.kind === 'input' && part.role === 'input') paths.add(part.path);
      return false;
    });
  }
  return [...paths].sort();
}

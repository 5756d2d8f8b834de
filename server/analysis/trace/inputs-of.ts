/** Which parameters of the tool reach what a call touches, or what it hands over. */
import { directParts } from './some-part.js';
import type { TracedEffect } from './traced.js';
import type { Value } from './value.js';

/** More parts than these of one call are not looked at. */
const maxParts = 400;

/** Paths from the input, such as `order.id`; empty for all of the arguments as they are. */
export function inputsOf({ subject, target, content }: Pick<TracedEffect, 'subject' | 'target' | 'content'>): readonly string[] {
  const paths = new Set<string>();
  const seen = new Set<Value>();
  const waiting = [subject, target, ...content].flatMap((value) => value ?? []);
  for (let part = waiting.pop(); part !== undefined && seen.size < maxParts; part = waiting.pop()) {
    if (seen.has(part)) continue;
    seen.add(part);
    if (part.kind === 'input' && part.role === 'input') paths.add(part.path);
    waiting.push(...directParts(part));
    // What was spread into an object.
    if (part.kind === 'object') waiting.push(...part.others);
  }
  return [...paths].sort();
}

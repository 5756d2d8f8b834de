/** Marks that a frame puts on effects: the claim that comes first, and how far a repetition reaches. */
import type { Evidence, Place, Retry } from '../../../rules/kit/index.js';
import { somePart } from './some-part.js';
import type { TracedEffect } from './traced.js';
import type { Value } from './value.js';

/** The claim that a test is about: its value rests on the answer of a write that succeeds once only. */
export function claimOf(value: Value, claims: ReadonlyMap<string, Evidence>): Evidence | undefined {
  let found: Evidence | undefined;
  somePart(value, (part) => {
    const at =
      part.kind === 'derived'
        ? part.at
        : part.kind === 'external' && part.call !== undefined
          ? { file: part.call.env.module.file, span: part.call.node.span }
          : undefined;
    if (at !== undefined) found = claims.get(`${at.file}:${at.span.start}`);
    return found !== undefined;
  });
  return found;
}

/** A key made in one of the functions that are called again is made again, wherever that function stands. */
export function scoped(retry: Retry, effect: TracedEffect, frames: readonly Place[]): Retry {
  const because = effect.key.because;
  if (because === undefined) return retry;
  const inside = frames.find(
    (frame) => frame.file === because.file && frame.span.start <= because.span.start && because.span.end <= frame.span.end,
  );
  return inside === undefined ? retry : { ...retry, scope: inside };
}

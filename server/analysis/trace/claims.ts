/** Marks that a frame puts on effects: the claim that comes first, and how far a repetition reaches. */
import type { Place, Retry } from '../../../rules/kit/index.js';
import { somePart } from './some-part.js';
import type { TracedEffect } from './traced.js';
import type { Value } from './value.js';

/** What is kept for the call on whose answer a value rests, by the place of the call: the claim, or the look, that a test is about. */
export function madeAt<T>(value: Value, calls: ReadonlyMap<string, T>): T | undefined {
  let found: T | undefined;
  somePart(value, (part) => {
    const at =
      part.kind === 'derived'
        ? part.at
        : part.kind === 'external' && part.call !== undefined
          ? { file: part.call.env.module.file, span: part.call.node.span }
          : undefined;
    if (at !== undefined) found = calls.get(`${at.file}:${at.span.start}`);
    return found !== undefined;
  });
  return found;
}

/**
 * A key made in one of the functions that are called again (`frames`) is made again, wherever that function stands. One that the
 * function with the retry (`around`) makes in front of it is the same for all attempts.
 */
export function scoped(retry: Retry, effect: TracedEffect, frames: readonly Place[], around: Place): Retry {
  const { because } = effect.key;
  if (because === undefined) return retry;
  const inside = frames.find((frame) => holds(frame, because));
  if (inside !== undefined) return { ...retry, scope: inside };
  const isInFront = holds(around, because) && because.span.end <= retry.scope.span.start;
  return isInFront ? { ...retry, shared: true } : retry;
}

function holds({ file, span }: Place, inner: Place): boolean {
  return file === inner.file && span.start <= inner.span.start && inner.span.end <= span.end;
}

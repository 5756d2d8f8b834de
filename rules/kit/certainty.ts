import type { Certainty } from './model.js';

const order: readonly Certainty[] = ['certain', 'probable', 'possible'];

/** The less sure of two: a conclusion is as sure as its weakest premise. */
export function weaker(a: Certainty, b: Certainty): Certainty {
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}

/** One step less sure. */
export function lowered(certainty: Certainty): Certainty {
  return certainty === 'certain' ? 'probable' : 'possible';
}

/** Sorts the surest first. */
export function bySureness(a: { readonly certainty: Certainty }, b: { readonly certainty: Certainty }): number {
  return order.indexOf(a.certainty) - order.indexOf(b.certainty);
}

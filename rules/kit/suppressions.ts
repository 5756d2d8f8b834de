/** Comments that silence rules. */
import type { Place } from './model.js';

/** A comment that silences rules: `detent-ignore-next-line permission/missing-tier -- why`. */
export interface Suppression extends Place {
  /** What follows `detent-ignore-`; other words are kept as they stand. */
  readonly form: 'line' | 'next-line' | 'file' | 'start' | 'end' | 'tool' | { readonly unknown: string };
  /** The closest form that exists, for an unknown one. */
  readonly closest?: string;
  readonly reason?: string;
  readonly rules: readonly SuppressedRule[];
  /** A start without an end, or an end without a start. */
  readonly unpaired: boolean;
  /** The whole comment with its line, or with the space before it. */
  readonly removal: Place;
}

export interface SuppressedRule extends Place {
  readonly id: string;
  readonly known: boolean;
  /** The closest id that exists, for an unknown one. */
  readonly closest?: string;
  /** Silences something; `null` when that cannot be told, because the rule did not run. */
  readonly used: boolean | null;
}

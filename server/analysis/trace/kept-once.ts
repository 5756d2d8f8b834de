/** What a walk keeps once: what could not be told, what telemetry does, and each way to an effect. */
import { maxUnresolved } from './limits.js';
import type { TracedUnresolved } from './summary.js';
import { wayOf, type TracedEffect } from './traced.js';

export class KeptOnce {
  /** What telemetry does, by kind and place. */
  readonly #asides = new Set<string>();
  /** What is done, by kind, place and what stands around it; filled once it is too much to keep each way to it. */
  #ways: Set<string> | undefined;
  readonly #named = new Set<string>();
  readonly #unnamed = new Set<string>();

  /** What could not be told is kept once for each place; what stands for itself takes no room from what does not. */
  takes(item: TracedUnresolved): boolean {
    const left = item.named === true || item.starting !== undefined ? this.#named : this.#unnamed;
    const key = `${item.span.start} ${item.label} ${item.file}`;
    return left.size < maxUnresolved && isAdded(left, key);
  }

  /** Telemetry is called from everywhere: what it does at one place is kept once. */
  isNew({ file, span, class: kind }: TracedEffect): boolean {
    return isAdded(this.#asides, `${kind} ${span.start} ${file}`);
  }

  /** None of those that were kept so far tells as much. */
  isOther(effect: TracedEffect, kept: readonly TracedEffect[]): boolean {
    this.#ways ??= new Set(kept.map(wayOf));
    return isAdded(this.#ways, wayOf(effect));
  }
}

function isAdded(set: Set<string>, key: string): boolean {
  return !set.has(key) && set.add(key) !== undefined;
}

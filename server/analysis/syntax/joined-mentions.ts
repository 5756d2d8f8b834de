import type { Mentioned } from './ir.js';
import { LazyNames } from './lazy-names.js';
import { Mentions } from './mentions.js';

/** The names in several stretches of a file; the set of all is built when somebody asks. */
export class JoinedMentions extends LazyNames {
  readonly #parts: readonly Mentioned[];

  get parts(): readonly Mentioned[] {
    return this.#parts;
  }

  constructor(parts: readonly Mentioned[]) {
    super();
    this.#parts = parts;
  }

  override has(name: string): boolean {
    return this.#parts.some((part) => part.has(name));
  }

  override hasAny(names: Pick<ReadonlySet<string>, 'has'>): boolean {
    return this.#parts.some((part) => part.hasAny(names));
  }

  override among(names: Pick<ReadonlySet<string>, 'has'>): ReadonlySet<string> {
    const parts = this.#parts.flatMap((part) => {
      const found = part.among(names);
      return found.size === 0 ? [] : [found];
    });
    return parts.length === 1 ? parts[0]! : new Set(parts.flatMap((part) => [...part]));
  }

  protected override names(): Iterable<string> {
    return this.#parts.flatMap((part) => [...part]);
  }
}

/** Names in several stretches, one of which has come to mention others; `undefined` when that one is not found among them. */
export function replaced(all: Mentioned, part: Mentioned, instead: Mentioned): Mentioned | undefined {
  let isFound = false;
  const parts = (all instanceof JoinedMentions ? all.parts : [all]).flatMap((one): readonly Mentioned[] => {
    const around = one instanceof Mentions && part instanceof Mentions ? one.around(part) : undefined;
    if (isFound || (one !== part && around === undefined)) return [one];
    isFound = true;
    return around === undefined ? [instead] : [around[0], instead, around[1]];
  });
  return isFound ? new JoinedMentions(parts) : undefined;
}

import type { Span } from '../../../rules/kit/index.js';
import { Mentions } from './mentions.js';

/** What the reader of any language collects beside the statements: places, and the names that are mentioned. */
export class Collected {
  readonly spans: Span[] = [];
  readonly #mentioned: string[] = [];

  /** Every place in the module is made here: {@link spans} has them all. */
  range(start: number, end: number): Span {
    const span = { start, end };
    this.spans.push(span);
    return span;
  }

  mention(name: string): void {
    this.#mentioned.push(name);
  }

  /** How many names were mentioned so far; to be handed to {@link mentionsSince}. */
  get mentioned(): number {
    return this.#mentioned.length;
  }

  mentionsSince(mark: number): Mentions {
    return new Mentions(this.#mentioned, mark, this.#mentioned.length);
  }
}

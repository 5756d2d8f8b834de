import type { Span } from '../../../rules/kit/index.js';
import type { ClassNode, FunctionNode } from './ir.js';

/** What was read twice: each part with the one that it was before. Places do not count, nor what is done to a name, nor one body that may be another. */
export class Pairs {
  readonly known = new Map<object, object>();
  /** Functions and classes around the body, and the function that it belongs to. */
  readonly holders: [FunctionNode | ClassNode, FunctionNode | ClassNode][] = [];
  readonly #apart: readonly FunctionNode[];

  /** @param apart a function before and now of which the body may be another */
  constructor(...apart: readonly [] | readonly [before: FunctionNode, now: FunctionNode]) {
    this.#apart = apart;
  }

  /** `false` when something else is there than before. */
  pair(before: readonly object[], now: readonly object[]): boolean {
    const open: [unknown, unknown][] = [[before, now]];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [a, b] = next;
      if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) {
        if (!Object.is(a, b)) return false;
        continue;
      }
      const known = this.known.get(b);
      if (known !== undefined) {
        if (known !== a) return false;
        continue;
      }
      this.known.set(b, a);
      if (Array.isArray(a) !== Array.isArray(b) || !this.#parts(a as Fields, b as Fields, open)) return false;
    }
    return true;
  }

  #parts(a: Fields, b: Fields, open: [unknown, unknown][]): boolean {
    const keys = Object.keys(b);
    if (keys.length !== Object.keys(a).length) return false;
    // A type of a function mentions nothing.
    const isHolder = (b['kind'] === 'function' || b['kind'] === 'class') && 'mentions' in b;
    if (isHolder) this.holders.push([b, a] as unknown as [FunctionNode | ClassNode, FunctionNode | ClassNode]);
    for (const key of keys) {
      if (!(key in a)) return false;
      if (key === 'mentions' || isPlace(b[key])) continue;
      // What is done to a name is joined.
      if (key === 'writes' || key === 'mutations') continue;
      if (key === 'body' && (a as unknown) === this.#apart[0] && (b as unknown) === this.#apart[1]) continue;
      open.push([a[key], b[key]]);
    }
    return true;
  }
}

type Fields = Record<string, unknown>;

export function isPlace(value: unknown): value is Span {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value && !('kind' in value);
}

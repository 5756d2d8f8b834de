import type { Span } from '../../../../rules/kit/index.js';
import type { Binding, Change, Expression, Mutation, Owner, Write } from '../ir.js';

export type Draft<T> = { -readonly [K in keyof T]: T[K] };

/**
 * What each name means at the place that is being read. Values and types have names of their own, as in TypeScript.
 *
 * A scope is entered by declaring its names and left by undoing that, so that looking a name up is one step
 * however deep the scopes are nested.
 */
export class Names {
  readonly #values = new Map<string, Draft<Binding> | undefined>();
  readonly #types = new Map<string, Draft<Binding> | undefined>();
  /** For each declaration the name and what it meant before; types have a mark of their own. */
  readonly #undo: (string | Draft<Binding> | undefined)[] = [];

  value(name: string): Draft<Binding> | undefined {
    return this.#values.get(name);
  }

  /** A type; classes, imports and enums are values and types. */
  type(name: string): Draft<Binding> | undefined {
    return this.#types.get(name) ?? this.#values.get(name);
  }

  /** The type only, without the values that may serve as one. */
  pureType(name: string): Draft<Binding> | undefined {
    return this.#types.get(name);
  }

  /** The names that are declared here, by what they stand for. */
  declared(): readonly Draft<Binding>[] {
    return [...this.#values.values(), ...this.#types.values()].filter((binding) => binding !== undefined);
  }

  declare(binding: Draft<Binding>): void {
    const { name } = binding;
    if (binding.kind === 'type') {
      this.#undo.push(this.#types.get(name), name, 'type');
      this.#types.set(name, binding);
    } else {
      this.#undo.push(this.#values.get(name), name, 'value');
      this.#values.set(name, binding);
    }
  }

  /** Makes a name global again inside the current scope. */
  forget(name: string): void {
    this.#undo.push(this.#values.get(name), name, 'value');
    this.#values.set(name, undefined);
  }

  /** What to hand to {@link leave} to undo every declaration from here on. */
  enter(): number {
    return this.#undo.length;
  }

  leave(mark: number): void {
    while (this.#undo.length > mark) {
      const map = this.#undo.pop() === 'type' ? this.#types : this.#values;
      const name = this.#undo.pop() as string;
      map.set(name, this.#undo.pop() as Draft<Binding> | undefined);
    }
  }
}

export function newBinding(name: string, kind: Binding['kind'], owner: Owner, span: Span): Draft<Binding> {
  return { name, kind, owner, span, source: undefined, writes: noWrites, mutations: noMutations, type: undefined };
}

/** Most names are never written; they share these lists, which are frozen. */
const noWrites = Object.freeze([]) as unknown as Write[];
const noMutations = Object.freeze([]) as unknown as Mutation[];

export function addWrite(binding: Binding, write: Write): void {
  if (binding.writes === noWrites) (binding as Draft<Binding>).writes = [write];
  else binding.writes.push(write);
}

/** Notes what is done to what a name holds, or to what lies in that; `object` is what the change is made to. */
export function noteChange(object: Expression, change: Change): void {
  const path: string[] = [];
  let at = object;
  while (at.kind === 'member' && typeof at.property === 'string' && path.length < maxPath) {
    path.unshift(at.property);
    at = at.object;
  }
  if (at.kind !== 'name' || at.binding === undefined) return;
  addMutation(at.binding, path.length === 0 ? change : { kind: 'inner', path, change, within: change.within });
}

const maxPath = 4;

export function addMutation(binding: Binding, mutation: Mutation): void {
  if (binding.mutations === noMutations) (binding as Draft<Binding>).mutations = [mutation];
  else binding.mutations.push(mutation);
}

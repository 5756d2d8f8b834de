/** Records one walk as a tree, for a person who asks why an answer is what it is. Nothing is recorded unless asked for. */
import { isAside, type Effect, type Place, type Unresolved } from '../../../rules/kit/index.js';
import { knownArguments, type KnownArgument } from './describe.js';
import type { FunctionValue, Value } from './value.js';

/** Why a call was not walked, or not to its end. */
export type Stop = 'again' | 'calls itself' | 'too deep' | 'bound';

/** A function that was entered, and what was met in it, in the order of the walk. */
export interface Entered {
  readonly kind: 'call';
  /** The call; of a handler, the handler itself. */
  readonly at: Place;
  readonly label: string;
  readonly callee: Place;
  readonly args: readonly KnownArgument[];
  readonly steps: readonly Step[];
  readonly stop?: Stop;
  /** The same for calls with the same arguments. */
  readonly run?: object;
  /** What cannot be told in here does not count: it signs in, counts or writes a log. */
  readonly aside?: true;
}

export type Step =
  | Entered
  | { readonly kind: 'effect'; readonly at: Place; readonly effect: Pick<Effect, 'class' | 'resource' | 'api' | 'certainty' | 'detail'> }
  | { readonly kind: 'unresolved'; readonly at: Place; readonly label: string; readonly reason: string };

interface Growing extends Entered {
  readonly steps: Step[];
  stop?: Stop;
  run?: object;
  /** A bound was reached in here already when the walk came back from a call in here. */
  exhausted: boolean;
}

/** More than anybody reads. */
const maxSteps = 20_000;

export class WalkObserver {
  readonly roots: Entered[] = [];
  readonly #open: Growing[] = [];
  #count = 0;

  /** Records what `walk` meets as the walk of a handler. */
  root(fn: FunctionValue, walk: () => boolean): void {
    const place = { file: fn.env.module.file, span: fn.fn.span };
    const node: Growing = { kind: 'call', at: place, label: fn.fn.name ?? '', callee: place, args: [], steps: [], exhausted: false };
    this.roots.push(node);
    this.#open.push(node);
    this.#close(walk());
  }

  enter(fn: FunctionValue, args: readonly Value[], at: Place, label: string, exhausted: boolean): void {
    const node: Growing = {
      kind: 'call',
      at,
      label,
      callee: { file: fn.env.module.file, span: fn.fn.span },
      args: knownArguments(fn.fn, args),
      steps: [],
      exhausted,
      ...(isAside(fn.fn.name ?? label) ? { aside: true as const } : {}),
    };
    this.#add(node);
    this.#open.push(node);
  }

  /** `exhausted`: a bound has been reached by now. */
  leave(exhausted: boolean): void {
    this.#close(exhausted);
  }

  /** Which execution the call that was entered is. */
  runs(run: object): void {
    const node = this.#open.at(-1);
    if (node !== undefined) node.run ??= run;
  }

  stop(why: Stop): void {
    const node = this.#open.at(-1);
    if (node !== undefined) node.stop ??= why;
  }

  effect(effect: Pick<Effect, 'class' | 'resource' | 'api' | 'certainty' | 'detail'>, at: Place): void {
    this.#add({ kind: 'effect', at, effect });
  }

  unresolved({ label, reason, file, span }: Unresolved): void {
    this.#add({ kind: 'unresolved', at: { file, span }, label, reason });
  }

  #add(step: Step): void {
    const node = this.#open.at(-1);
    this.#count += 1;
    if (this.#count <= maxSteps) node?.steps.push(step);
    else this.stop('bound');
  }

  #close(exhausted: boolean): void {
    const node = this.#open.pop();
    if (node === undefined) return;
    // The innermost call in which the bound was reached says it.
    if (exhausted && !node.exhausted) node.stop ??= 'bound';
    const outer = this.#open.at(-1);
    if (outer !== undefined) outer.exhausted ||= exhausted;
  }
}

/** The units of a group of modules in the order in which they are walked, so that an edit walks only those again that it concerns. */
import type { FunctionNode, Module } from '../syntax/ir.js';
import type { Remembered } from '../trace/env.js';
import type { Tracer } from '../trace/tracer.js';
import type { Unit } from './units.js';

/** What one module gives to one of the phases. */
export class Part {
  readonly body: Module['body'];
  readonly units: Unit[] = [];
  readonly #answers: Remembered<Unit>[] = [];
  /** Something failed: it is walked again. */
  #failed = false;
  steps = 0;

  constructor({ body }: Module) {
    this.body = body;
  }

  /** Without an answer, what it rests on is not known. */
  add(unit: Unit, answer: Remembered<Unit> | undefined): void {
    this.units.push(unit);
    this.steps += unit.steps;
    if (answer === undefined) this.#failed = true;
    else this.#answers.push(answer);
  }

  /** No steps are left for more, which is so as long as as many are left. */
  leaveOut(unit: Unit): void {
    this.units.push(unit);
  }

  /** Asked of every module after every edit. */
  holds(tracer: Tracer): boolean {
    if (this.#failed) return false;
    for (const answer of this.#answers) if (!tracer.holds(answer)) return false;
    return true;
  }

  has(fn: FunctionNode): boolean {
    return this.units.some(({ entered }) => entered.has(fn));
  }
}

export class Course {
  readonly modules: readonly Module[];
  readonly #parts: Part[] = [];
  /** Steps that were left for each part. */
  readonly #left: number[] = [];
  /** Where in the order a function is entered for the first time. */
  readonly #entered = new Map<FunctionNode, number>();
  #units: readonly Unit[] | undefined;
  /** Steps that are left for all modules together. */
  left: number;

  constructor(modules: readonly Module[], left: number) {
    this.modules = modules;
    this.left = left;
  }

  /** The units of all phases. The same list, as long as no part is another one. */
  get units(): readonly Unit[] {
    return (this.#units ??= this.#parts.flatMap(({ units }) => units));
  }

  at(order: number): Part {
    return this.#parts[order]!;
  }

  /** A function is entered before a part. */
  isEntered(fn: FunctionNode, order: number): boolean {
    return (this.#entered.get(fn) ?? Infinity) < order;
  }

  /** Steps that are left for a part. */
  leftAt(order: number): number {
    return this.#left[order]!;
  }

  /** Adds the next part. */
  append(part: Part): void {
    const order = this.#parts.push(part) - 1;
    this.#left.push(this.left);
    this.left -= part.steps;
    for (const { entered } of part.units) for (const fn of entered) if (!this.#entered.has(fn)) this.#entered.set(fn, order);
  }

  /**
   * Puts a part in the place of another; `false` when this may concern other modules than those that are walked again in all later
   * phases: then all must be walked. Where there is more left for all than the steps of one, that decides nothing.
   */
  replace(order: number, part: Part, again: ReadonlySet<Module>, steps: number): boolean {
    const before = this.at(order);
    const hadEnough = this.left > steps;
    this.#parts[order] = part;
    this.#units = undefined;
    this.left += before.steps - part.steps;
    for (const { entered } of before.units) {
      for (const fn of entered) {
        if (this.#entered.get(fn) !== order || part.has(fn)) continue;
        // It is no longer there, or others may enter it from now on.
        if (fn.span.start >= 0) return false;
        this.#entered.delete(fn);
      }
    }
    for (const { entered } of part.units) {
      for (const fn of entered) {
        if (!this.isEntered(fn, order + 1)) {
          if (!again.has(moduleOf(fn))) return false;
          this.#entered.set(fn, order);
        }
      }
    }
    return part.steps === before.steps || (hadEnough && this.left > steps);
  }
}

/** The module that a function stands in. */
export function moduleOf(fn: FunctionNode): Module {
  let at: FunctionNode['outer'] = fn.outer;
  while (at.kind !== 'module') at = at.outer;
  return at;
}

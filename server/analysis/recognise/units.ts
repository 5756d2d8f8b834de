/** The registrations of a workspace, by what runs when a module is loaded, by classes, and by functions that nobody enters. */
import type { Framework } from '../../../rules/kit/index.js';
import type { Guard } from '../guard.js';
import type { ClassNode, FunctionNode, Module } from '../syntax/ir.js';
import { areSame, type Put } from '../trace/cells.js';
import type { Remembered } from '../trace/env.js';
import type { Tracer } from '../trace/tracer.js';
import { isDecorated } from './classes.js';
import { classesOf } from '../trace/classes.js';
import type { OwnFramework } from './own/decorators.js';
import { knowHeirs } from './python/heirs.js';
import { asBefore } from './same-drafts.js';
import { RegistrationWalk, type Walked } from './registrations.js';
import type { Relevance } from './relevance.js';
import { isMock } from './test-files.js';

export interface Unit extends Walked {
  readonly file: string;
  /** A bound ended the walk. */
  readonly exhausted: boolean;
  /** A test registers it, with what stands in for the real thing. */
  readonly inTests?: true;
}

/**
 * Expressions that may be looked at to find what a file registers when it is loaded, and again for functions that nobody calls; and
 * for all files together. Tests build many servers, and nobody gives theirs to an agent.
 */
const bounds = { program: { file: 150_000, all: 4_000_000 }, tests: { file: 8_000, all: 800_000 } } as const;
/** A list that is filled from a list that is filled from a list. */
const maxRounds = 3;

export class Units {
  readonly #tracer: Tracer;
  readonly #relevance: Relevance;
  readonly #guard: Guard;
  readonly #inTests: (file: string) => boolean;
  readonly #walk: RegistrationWalk;
  /** What was put into containers by the walk that gave the last answer. */
  #puts: readonly Put[] | undefined;
  #known = new WeakMap<Module | FunctionNode | ClassNode, Remembered<Unit>>();

  constructor(
    tracer: Tracer,
    frameworks: ReadonlyMap<string, readonly Framework[]>,
    own: readonly OwnFramework[],
    relevance: Relevance,
    guard: Guard,
    inTests: (file: string) => boolean,
  ) {
    this.#tracer = tracer;
    this.#relevance = relevance;
    this.#guard = guard;
    this.#inTests = inTests;
    this.#walk = new RegistrationWalk(tracer, frameworks, own, relevance);
  }

  /** Forgets everything: other functions can matter than before. */
  forget(): void {
    this.#puts = undefined;
    this.#known = new WeakMap();
    this.#walk.forget();
  }

  /** What is put into a list or map in one place is registered from it in another: walked until nothing new is put anywhere. */
  of(modules: readonly Module[]): readonly Unit[] {
    const tellsHeirs = knowHeirs(modules);
    if (tellsHeirs !== this.#walk.tellsHeirs) this.forget();
    this.#walk.tellsHeirs = tellsHeirs;
    let units = this.#once(modules);
    let puts = putsOf(units);
    // What the last walk ended with is not handed over again: with the contents of now it says what it said then.
    if (areSame(puts, this.#puts ?? [])) return units;
    for (let round = 1; round < maxRounds && this.#tracer.settle(puts, this.#puts); round++) {
      this.#puts = puts;
      units = this.#once(modules);
      puts = putsOf(units);
    }
    this.#puts = puts;
    return units;
  }

  #once(all: readonly Module[]): readonly Unit[] {
    const tests = all.filter((module) => this.#inTests(module.file));
    const others = all.filter((module) => !this.#inTests(module.file));
    return [...this.#group(others, bounds.program), ...this.#group(tests, bounds.tests)];
  }

  #group(all: readonly Module[], { file: steps, all: most }: { readonly file: number; readonly all: number }): readonly Unit[] {
    // Tests build the same servers many times: where theirs are found is not kept.
    this.#tracer.executions.isWalk = steps === bounds.program.file;
    const modules = all.filter((module) => this.#relevance.mattersIn(module));
    const units: Unit[] = [];
    const entered = new Set<FunctionNode>();
    let left = most;
    const add = (unit: Unit): void => {
      units.push(unit);
      left -= unit.steps;
      for (const fn of unit.entered) entered.add(fn);
    };
    for (const module of modules)
      add(left <= 0 ? unwalked(module) : this.#unit(module, module.file, steps, () => this.#walk.module(module, steps)));
    for (const module of all) {
      for (const cls of classesOf(module)) {
        const inherits = this.#walk.tellsHeirs && module.language === 'python' && cls.base !== undefined;
        if (
          left > 0 &&
          (inherits || isDecorated(cls) || this.#relevance.inherits(cls, module) || this.#relevance.matters(cls.mentions, module))
        )
          add(this.#unit(cls, module.file, steps, () => this.#walk.cls(module, cls, steps)));
      }
    }
    for (const module of modules) if (this.#unentered(module, Math.min(steps, left), entered, add)) add(unwalked(module));
    this.#tracer.executions.isWalk = false;
    return units;
  }

  /** Functions that no module enters are called by a host, or exported for others. `true` when there were more than could be walked. */
  #unentered(module: Module, steps: number, entered: ReadonlySet<FunctionNode>, add: (unit: Unit) => void): boolean {
    let left = steps;
    for (const entry of this.#relevance.functionsIn(module)) {
      if (entered.has(entry.fn)) continue;
      if (left <= 0) return true;
      const unit = this.#unit(entry.fn, module.file, left, () => this.#walk.function(module, entry, left));
      add(unit);
      left -= unit.steps;
    }
    return false;
  }

  #unit(node: Module | FunctionNode | ClassNode, file: string, steps: number, walk: () => Walked): Unit {
    const known = this.#known.get(node);
    const before = known?.value.drafts ?? [];
    if (this.#tracer.holds(known)) return known.value;
    const answer = this.#tracer.remember(() => {
      const found = this.#guard.run('recogniser', file, walk);
      const inTests = this.#inTests(file) ? { inTests: true as const } : {};
      if (found === undefined) return undefined;
      return { ...found, drafts: asBefore(found.drafts, before), file, exhausted: found.steps > steps, ...inTests };
    });
    // What failed is tried again, so that the failure is said again.
    if (answer.value === undefined) return { ...nothing, file, steps, exhausted: false };
    const unit = { ...answer, value: answer.value };
    this.#known.set(node, unit);
    return unit.value;
  }
}

/** What tests put into lists is no tool of the program. */
function putsOf(units: readonly Unit[]): readonly Put[] {
  return units.flatMap((unit) => (unit.puts.length === 0 ? unit.puts : realPuts(unit)));
}

const real = new WeakMap<Unit, readonly Put[]>();

function realPuts(unit: Unit): readonly Put[] {
  let found = real.get(unit);
  if (found === undefined) real.set(unit, (found = unit.puts.filter(({ value }) => !isMock(value))));
  return found;
}

const nothing = { drafts: [], entered: new Set<FunctionNode>(), puts: [] };

function unwalked({ file }: Module): Unit {
  return { ...nothing, file, steps: 0, exhausted: true };
}

/** The registrations of a workspace, by what runs when a module is loaded, by classes, and by functions that nobody enters. */
import type { Framework } from '../../../rules/kit/index.js';
import type { Guard } from '../guard.js';
import type { ClassNode, FunctionNode, Module } from '../syntax/ir.js';
import { areSame, type Put } from '../trace/cells.js';
import type { Remembered } from '../trace/env.js';
import type { Tracer } from '../trace/tracer.js';
import { isDecorated } from './classes.js';
import { Course, moduleOf, Part } from './course.js';
import { classesOf } from '../trace/classes.js';
import type { OwnFramework } from './own/decorators.js';
import { knowHeirs } from './python/heirs.js';
import { sectionsOf } from '../syntax/sections.js';
import { allOf, bodyOf, type Piece } from '../syntax/inner.js';
import { has } from '../trace/grounds.js';
import { asBefore } from './same-drafts.js';
import type { Walked } from './registered.js';
import { RegistrationWalk } from './registrations.js';
import type { Relevance } from './relevance.js';
import { isMock } from './test-files.js';

export interface Unit extends Walked {
  readonly file: string;
  /** A bound ended the walk. */
  readonly exhausted: boolean;
  /** A test registers it, with what stands in for the real thing. */
  readonly inTests?: true;
}

/** `steps`: how many may be taken for the module; `all`: how many are left. `isEntered`: an earlier part enters the function. */
type Phase = (module: Module, steps: number, all: number, isEntered: (fn: FunctionNode) => boolean) => Part;

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
  /** Walks that a bound ended and that registered nothing, with the code that they went through. */
  readonly #cut = new WeakMap<Unit, ReadonlySet<object>>();
  readonly #courses = new Map<keyof typeof bounds, Course>();
  #modules: Readonly<Record<keyof typeof bounds | 'all', readonly Module[]>> = { program: [], tests: [], all: [] };
  #units: Readonly<Record<keyof typeof bounds | 'all', readonly Unit[]>> = { program: [], tests: [], all: [] };
  readonly #phases: readonly Phase[] = [
    (module, steps, all) => this.#loading(module, steps, all),
    (module, steps, all) => this.#classes(module, steps, all),
    (module, steps, all, isEntered) => this.#functions(module, steps, all, isEntered),
  ];

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
    this.#courses.clear();
    this.#modules = { program: [], tests: [], all: [] };
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
    if (this.#puts !== undefined && areSame(puts, this.#puts)) return units;
    for (let round = 1; round < maxRounds && this.#tracer.settle(puts, this.#puts); round++) {
      this.#puts = puts;
      units = this.#once(modules);
      puts = putsOf(units);
    }
    this.#puts = puts;
    return units;
  }

  #once(all: readonly Module[]): readonly Unit[] {
    // An edit, or what was put into a list, may have them register something.
    this.#walk.settle(bounds.program.file);
    if (!areEqual(all, this.#modules.all)) {
      const tests = all.filter((module) => this.#inTests(module.file));
      this.#modules = { program: all.filter((module) => !this.#inTests(module.file)), tests, all };
    }
    const [a, b] = [this.#group('program'), this.#group('tests')];
    if (this.#units.program !== a || this.#units.tests !== b) this.#units = { program: a, tests: b, all: [...a, ...b] };
    return this.#units.all;
  }

  #group(kind: keyof typeof bounds): readonly Unit[] {
    // Tests build the same servers many times: where theirs are found is not kept.
    this.#tracer.executions.isWalk = kind === 'program';
    const before = this.#courses.get(kind);
    const modules = this.#modules[kind];
    const holds = before !== undefined && areEqual(before.modules, modules) && this.#again(before, bounds[kind].file);
    const course = holds ? before : this.#whole(modules, bounds[kind]);
    this.#courses.set(kind, course);
    this.#tracer.executions.isWalk = false;
    return course.units;
  }

  #whole(modules: readonly Module[], { file: steps, all: most }: { readonly file: number; readonly all: number }): Course {
    const course = new Course(modules, most);
    this.#phases.forEach((part, phase) => {
      for (const [i, module] of modules.entries()) {
        const order = phase * modules.length + i;
        course.append(part(module, steps, course.left, (fn) => course.isEntered(fn, order)));
      }
    });
    return course;
  }

  /** Walks again what does not hold; `false` when that may concern what holds. Nearly every edit enters and takes what was before. */
  #again(course: Course, steps: number): boolean {
    const { modules } = course;
    const again = new Set<Module>();
    for (let i = 0; i < modules.length; i++) if (course.at(i).body !== modules[i]!.body) again.add(modules[i]!);
    for (let phase = 0, order = 0; phase < this.#phases.length; phase++) {
      for (let i = 0; i < modules.length; i++, order++) {
        const module = modules[i]!;
        const at = order;
        if (!again.has(module) && course.at(at).holds(this.#tracer)) continue;
        again.add(module);
        const part = this.#phases[phase]!(module, steps, course.leftAt(at), (fn) => course.isEntered(fn, at));
        if (!course.replace(at, part, again, steps)) return false;
      }
    }
    return true;
  }

  /** What runs when a module is loaded. */
  #loading(module: Module, steps: number, all: number): Part {
    const part = new Part(module);
    if (!this.#relevance.mattersIn(module)) return part;
    if (all <= 0) part.leaveOut(unwalked(module));
    else this.#unit(part, module, module, steps, () => this.#walk.module(module, steps));
    return part;
  }

  #classes(module: Module, steps: number, all: number): Part {
    const part = new Part(module);
    for (const cls of classesOf(module)) {
      const inherits = this.#walk.tellsHeirs && module.language === 'python' && cls.base !== undefined;
      if (
        all > part.steps &&
        (inherits || isDecorated(cls) || this.#relevance.inherits(cls, module) || this.#relevance.matters(cls.mentions, module))
      )
        this.#unit(part, cls, module, steps, () => this.#walk.cls(module, cls, steps));
    }
    return part;
  }

  /** Functions that nobody enters are called by a host, or exported for others. */
  #functions(module: Module, steps: number, all: number, isEntered: (fn: FunctionNode) => boolean): Part {
    const part = new Part(module);
    if (!this.#relevance.mattersIn(module)) return part;
    for (const entry of this.#relevance.functionsIn(module)) {
      if (isEntered(entry.fn) || part.has(entry.fn)) continue;
      const left = Math.min(steps, all) - part.steps;
      if (left <= 0) {
        part.leaveOut(unwalked(module));
        break;
      }
      this.#unit(part, entry.fn, module, left, () => this.#walk.function(module, entry, left));
    }
    return part;
  }

  /**
   * Where a bound ended a walk is chance: what is remembered from it makes the next one go further, and what that finds would have to be
   * followed in turn, at every key. One that registered nothing stays as it was until code that it went through is edited.
   */
  #stays(known: Remembered<Unit>): boolean {
    const walked = this.#cut.get(known.value);
    const { changes } = this.#tracer;
    const changed = walked && changes.since(known.checked)?.filter((ground) => has(known.grounds, ground));
    if (walked === undefined || changed === undefined || changed.some((ground) => !isPiece(ground) || walked.has(ground))) return false;
    if (known.value.puts.some(({ node }) => node.span.start < 0)) return false;
    known.checked = changes.now;
    return true;
  }

  #isKept(known: Remembered<Unit> | undefined): known is Remembered<Unit> {
    const answer = known;
    return this.#tracer.holds(known) || (answer !== undefined && this.#stays(answer));
  }

  #unit(part: Part, node: Module | FunctionNode | ClassNode, module: Module, steps: number, walk: () => Walked): void {
    const { file } = module;
    const known = this.#known.get(node);
    const before = known?.value.drafts ?? [];
    if (this.#isKept(known)) return part.add(known.value, known);
    const answer = this.#tracer.remember(() => {
      const found = this.#guard.run('recogniser', file, walk);
      const inTests = this.#inTests(file) ? { inTests: true as const } : {};
      if (found === undefined) return undefined;
      return { ...found, drafts: asBefore(found.drafts, before), file, exhausted: found.steps > steps, ...inTests };
    });
    // What failed is tried again, so that the failure is said again.
    if (answer.value === undefined) return part.add({ ...nothing, file, steps, exhausted: false }, undefined);
    const unit = { ...answer, value: answer.value };
    this.#known.set(node, unit);
    if (unit.value.exhausted && unit.value.drafts.length === 0) this.#cut.set(unit.value, walkedBy(unit.value, module));
    part.add(unit.value, unit);
  }
}

/** What it was read from: a part of the text, and not a container. */
function isPiece(ground: object): ground is Piece {
  return 'statements' in ground || 'fn' in ground;
}

function walkedBy({ entered }: Unit, module: Module): ReadonlySet<object> {
  const own = sectionsOf(module).flatMap(allOf);
  return new Set([...own, ...[...entered].flatMap((fn) => bodyOf(moduleOf(fn), fn))]);
}

function areEqual(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a === b || (a.length === b.length && a.every((item, i) => item === b[i]));
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

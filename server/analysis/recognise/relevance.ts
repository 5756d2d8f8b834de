/** Which functions can lead to a registration, by the names that they mention. */
import type { ClassNode, FunctionNode, Mentioned, Module, Statement } from '../syntax/ir.js';
import { dataMethods } from '../trace/data-methods.js';
import { basesOf, classesOf } from './classes.js';
import { functionsOf, type FunctionEntry } from './functions.js';
import { Leading, type LeadingNames } from './leading.js';
import { isPutter } from './putters.js';

export interface RelevanceKnowledge {
  /** Classes of packages whose subclasses are tools. */
  readonly classes: ReadonlySet<string>;
  readonly resolve: (specifier: string, from: string) => string | undefined;
  /** What tests define, only tests call. */
  readonly inTests: (file: string) => boolean;
}

/**
 * What leads to a marker: the markers, every function that mentions one of these, every class that inherits from one, and every
 * function that fills what another one may register.
 */
export class Relevance {
  readonly #knowledge: RelevanceKnowledge;
  #markers: ReadonlySet<string> = new Set();
  #leading = new Leading(this.#markers);
  #modules: readonly Module[] = [];
  /** The markers are others than those for which the names were found. */
  #stale = false;
  /** What each module said when the names were found. */
  #links = new Map<Module, string>();
  #linksOfFunction = new WeakMap<FunctionNode, string>();
  #linksOfBody = new WeakMap<readonly Statement[], string>();
  #matters = new WeakMap<readonly Statement[], boolean>();
  #entries = new WeakMap<readonly Statement[], readonly FunctionEntry[]>();
  readonly #putters = new WeakMap<FunctionNode, boolean>();

  constructor(knowledge: RelevanceKnowledge) {
    this.#knowledge = knowledge;
  }

  /** Takes the names that a function must mention to be worth a look: those of the SDKs that are used. */
  mark(markers: ReadonlySet<string>): void {
    if (markers.size === this.#markers.size && [...markers].every((name) => this.#markers.has(name))) return;
    this.#markers = markers;
    this.#modules = [];
    this.#stale = true;
  }

  /** Takes the modules as they are now; `true` when other names lead to a marker than before. */
  update(modules: readonly Module[]): boolean {
    if (!this.#stale && this.#isSame(modules)) return false;
    this.#stale = false;
    const leading = this.#found(modules);
    const changed = leading.signature !== this.#leading.signature;
    this.#leading = leading;
    if (changed) {
      this.#linksOfFunction = new WeakMap();
      this.#linksOfBody = new WeakMap();
      this.#matters = new WeakMap();
      this.#entries = new WeakMap();
    }
    this.#modules = modules;
    this.#links = new Map(modules.map((module) => [module, this.#linksOf(module)]));
    return changed;
  }

  /** What the names say, in one text: equal texts, equal names. */
  get signature(): string {
    return this.#leading.signature;
  }

  /** Words of which a file that leads to a marker mentions one. */
  wordsFor(file: string): ReadonlySet<string> {
    return this.#leading.words(this.#knowledge.inTests(file));
  }

  /** Something that is mentioned in a module leads to a marker. */
  matters(mentions: Mentioned, module: Module): boolean {
    return this.#leading.of(module, this.#knowledge.inTests(module.file)).some((names) => mentions.hasAny(names));
  }

  /** A function that can matter when it is called: it leads to a marker, or fills what another one registers. */
  leads(fn: FunctionNode, module: Module): boolean {
    return this.#putters.get(fn) === true || this.matters(fn.mentions, module);
  }

  /** The class inherits from something that leads to a marker. */
  inherits(node: ClassNode, module: Module): boolean {
    return this.#inherits(node, this.#leading.of(module, this.#knowledge.inTests(module.file)));
  }

  #inherits(node: ClassNode, leading: LeadingNames): boolean {
    const { names: own, imported } = basesOf(node);
    return imported.some((name) => this.#knowledge.classes.has(name)) || own.some((name) => leading.some((names) => names.has(name)));
  }

  /** The code that runs when the module is loaded, or a function in it, can matter. */
  mattersIn(module: Module): boolean {
    let known = this.#matters.get(module.body);
    if (known === undefined) {
      known = this.matters(module.mentions, module) || classesOf(module).some((node) => this.inherits(node, module));
      this.#matters.set(module.body, known);
    }
    return known;
  }

  /** The functions of a module that can matter. */
  functionsIn(module: Module): readonly FunctionEntry[] {
    let known = this.#entries.get(module.body);
    if (known === undefined) {
      known = functionsOf(module).filter(({ fn }) => this.#linksFrom(fn, module) !== '');
      this.#entries.set(module.body, known);
    }
    return known;
  }

  /** The names follow from which functions mention which of them; all other names do not count. */
  #isSame(modules: readonly Module[]): boolean {
    return modules.length === this.#modules.length && modules.every((module) => this.#links.get(module) === this.#linksOf(module));
  }

  #found(modules: readonly Module[]): Leading {
    const { inTests, resolve } = this.#knowledge;
    const leading = new Leading(this.#markers);
    // Tests come last: they know all other names, and nobody knows theirs.
    for (const tests of [false, true]) {
      const chosen = modules.filter((module) => inTests(module.file) === tests);
      for (const module of chosen) leading.add(module);
      let waiting = chosen.flatMap((module) =>
        functionsOf(module).flatMap((entry) => {
          if (!isCalledByName(entry)) return [];
          if (this.#fills(entry)) leading.lead(entry, module, tests);
          return { entry, module };
        }),
      );
      let classes = chosen.flatMap((module) => classesOf(module).map((node) => ({ node, module })));
      for (let before = -1; before !== leading.size;) {
        before = leading.size;
        leading.share(chosen, tests, resolve);
        classes = classes.filter(({ node, module }) => {
          if (!this.#inherits(node, leading.of(module, tests))) return true;
          if (node.name !== undefined) leading.lead({ name: node.name }, module, tests);
          return false;
        });
        waiting = waiting.filter(({ entry, module }) => {
          if (!leading.of(module, tests).some((names) => entry.fn.mentions.hasAny(names))) return true;
          leading.lead(entry, module, tests);
          return false;
        });
      }
    }
    return leading;
  }

  #linksOf(module: Module): string {
    let known = this.#linksOfBody.get(module.body);
    if (known === undefined) {
      known = functionsOf(module)
        .map((entry) => `${entry.name ?? ''} ${this.#fills(entry) ? '+' : ''}${this.#linksFrom(entry.fn, module)}`)
        .filter((line) => !line.endsWith(' ') && !line.startsWith(' '))
        .concat(
          classesOf(module).flatMap((node) => (this.inherits(node, module) ? `${node.name ?? ''} < ${basesOf(node).names.join()}` : [])),
        )
        .join('\n');
      this.#linksOfBody.set(module.body, known);
    }
    return known;
  }

  #fills(entry: FunctionEntry): boolean {
    let known = this.#putters.get(entry.fn);
    if (known === undefined) this.#putters.set(entry.fn, (known = isPutter(entry)));
    return known;
  }

  #linksFrom(fn: FunctionNode, module: Module): string {
    let known = this.#linksOfFunction.get(fn);
    if (known === undefined) {
      const leading = this.#leading.of(module, this.#knowledge.inTests(module.file));
      known = [...new Set(leading.flatMap((names) => [...fn.mentions.among(names)]))].sort().join(' ');
      this.#linksOfFunction.set(fn, known);
    }
    return known;
  }
}

/** Methods of built-in values are too common to lead anywhere. */
function isCalledByName(entry: FunctionEntry): entry is FunctionEntry & { readonly name: string } {
  return entry.name !== undefined && !(entry.member === true && dataMethods.has(entry.name));
}

/** Which functions can lead to a registration, by the names that they mention. */
import type { ClassNode, FunctionNode, Mentioned, Module, Statement } from '../syntax/ir.js';
import { dataMethods } from '../trace/data-methods.js';
import { classesOf } from '../trace/classes.js';
import { basesOf } from './classes.js';
import { Containers } from './containers.js';
import { functionsOf, otherNamesIn, type FunctionEntry } from './functions.js';
import { Leading, type LeadingNames } from './leading.js';
import { isIdle } from './idle.js';
import { filledContainers } from './putters.js';
import { Sight } from './sight.js';

export interface RelevanceKnowledge {
  /** Classes of packages whose subclasses are tools. */
  readonly classes: ReadonlySet<string>;
  readonly resolve: (specifier: string, from: string) => string | undefined;
  /** All files that can have to do with tools, also those that are not read: a file may only hand on what others declare. */
  readonly files: () => ReadonlySet<string>;
  /** The files that a file imports. */
  readonly imported: (file: string) => readonly string[];
  /** Those of them that it loads without writing their names down. */
  readonly loaded: (file: string) => readonly string[];
  /** It imports a package that tools are declared with. */
  readonly usesSdk: (file: string) => boolean;
  /** What tests define, only tests call. */
  readonly inTests: (file: string) => boolean;
}

const nobody = new Sight(
  [],
  () => [],
  () => false,
);

/** How far away from a registration a function is looked for that leads to it. */
const maxHops = 8;
/** Lists and maps are registered from where a registration stands, or from where it is called. */
const maxReaders = 1;

/**
 * What leads to a marker: the markers, every function that mentions one of these, every class that inherits from one, and every
 * function that fills what another one may register.
 */
export class Relevance {
  readonly #knowledge: RelevanceKnowledge;
  #markers: ReadonlySet<string> = new Set();
  #calls: ReadonlySet<string> = new Set();
  #leading = new Leading(this.#markers, nobody);
  #containers = new Containers(nobody);
  #modules: readonly Module[] = [];
  /** The markers are others than those for which the names were found. */
  #stale = false;
  /** The files when the names were found. */
  #files: ReadonlySet<string> | undefined;
  /** What each file imported when the names were found. */
  #imported: ReadonlyMap<string, readonly string[]> = new Map();
  /** What each module held when the names were found. */
  #bodies = new Map<Module, readonly Statement[]>();
  #linksOfFunction = new WeakMap<Mentioned, string>();
  #linksOfBody = new WeakMap<readonly Statement[], string>();
  #matters = new WeakMap<readonly Statement[], boolean>();
  #idle = new WeakMap<Statement, boolean>();
  #mentions = new WeakMap<Mentioned, boolean>();
  #entries = new WeakMap<readonly Statement[], readonly FunctionEntry[]>();

  constructor(knowledge: RelevanceKnowledge) {
    this.#knowledge = knowledge;
  }

  /**
   * Takes the names that a function must mention to be worth a look: those of the SDKs that are used. `calls`: names that say
   * something about tools in functions that are looked at anyway.
   */
  mark(markers: ReadonlySet<string>, calls: ReadonlySet<string>): void {
    this.#calls = calls;
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
    this.#mentions = new WeakMap();
    if (changed) {
      this.#linksOfFunction = new WeakMap();
      this.#linksOfBody = new WeakMap();
      this.#matters = new WeakMap();
      this.#entries = new WeakMap();
      this.#idle = new WeakMap();
    }
    this.#modules = modules;
    this.#files = this.#knowledge.files();
    this.#imported = new Map([...this.#knowledge.files()].map((file) => [file, this.#knowledge.imported(file)]));
    this.#bodies = new Map(modules.map((module) => [module, module.body]));
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
    let known = this.#mentions.get(mentions);
    if (known === undefined) {
      known = this.#leading.of(module, this.#knowledge.inTests(module.file)).anyOf(mentions);
      this.#mentions.set(mentions, known);
    }
    return known;
  }

  /** A function that can matter when it is called: it leads to a marker, or fills what another one registers. */
  leads(fn: FunctionNode, module: Module): boolean {
    return this.matters(fn.mentions, module) || this.#containers.isFedBy(fn, module);
  }

  /** Nothing in a statement of a module can lead to a marker. */
  isIdle(statement: Statement, module: Module): boolean {
    let known = this.#idle.get(statement);
    if (known === undefined) {
      known = isIdle(statement, this.#leading.of(module, this.#knowledge.inTests(module.file)), this.#calls);
      this.#idle.set(statement, known);
    }
    return known;
  }

  /** The class inherits from something that leads to a marker. */
  inherits(node: ClassNode, module: Module): boolean {
    return this.#inherits(node, this.#leading.of(module, this.#knowledge.inTests(module.file)));
  }

  #inherits(node: ClassNode, leading: LeadingNames): boolean {
    const { names: own, imported } = basesOf(node);
    return imported.some((name) => this.#knowledge.classes.has(name)) || own.some((name) => leading.has(name));
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
      const leading = this.#leading.of(module, this.#knowledge.inTests(module.file));
      known = functionsOf(module).filter(({ fn }) => leading.anyOf(fn.mentions));
      this.#entries.set(module.body, known);
    }
    return known;
  }

  /** The names follow from which functions mention which of them; all other names do not count. */
  #isSame(modules: readonly Module[]): boolean {
    if (modules.length !== this.#modules.length) return false;
    for (const module of modules) {
      const before = this.#bodies.get(module);
      if (before === undefined) return false;
      if (before !== module.body && this.#linksOf(module, before) !== this.#linksOf(module, module.body)) return false;
    }
    return this.#seesTheSame();
  }

  #seesTheSame(): boolean {
    const files = this.#knowledge.files();
    // They are found anew when one of them imports something else.
    if (files === this.#files) return true;
    if (files.size !== this.#imported.size) return false;
    for (const file of files) {
      const [before, now] = [this.#imported.get(file), this.#knowledge.imported(file)];
      if (before !== now && before?.join('\n') !== now.join('\n')) return false;
    }
    return true;
  }

  #found(modules: readonly Module[]): Leading {
    const { files, imported, inTests, loaded, resolve, usesSdk } = this.#knowledge;
    const sight = new Sight([...new Set([...modules.map(({ file }) => file), ...files()])], imported, usesSdk);
    const leading = new Leading(this.#markers, sight);
    const containers = new Containers(sight);
    this.#containers = containers;
    // Tests come last: they know all other names, and nobody knows theirs.
    for (const tests of [false, true]) {
      const chosen = modules.filter((module) => inTests(module.file) === tests);
      for (const module of chosen) leading.add(module);
      const entries = chosen.flatMap((module) => functionsOf(module).map((entry) => ({ entry, module })));
      containers.add(entries.map(({ entry }) => entry));
      for (const module of chosen) if (usesSdk(module.file)) containers.readAtStart(module, leading.of(module, tests));
      const byModule = new Map(chosen.map((module) => [module, leading.of(module, tests)]));
      const namesIn = (module: Module): LeadingNames => byModule.get(module)!;
      let waiting = entries;
      let classes = chosen.flatMap((module) => classesOf(module).map((node) => ({ node, module })));
      for (let [before, hops] = [-1, 0]; before !== leading.size + containers.size && hops < maxHops; hops++) {
        before = leading.size + containers.size;
        leading.share(chosen, tests, resolve, loaded);
        const fresh = leading.takeFresh();
        const heirs = classes.filter(({ node, module }) => this.#inherits(node, leading.of(module, tests)));
        const found = waiting.filter(({ entry, module }) => {
          const mayBeNew = hops === 0 || entry.fn.mentions.hasAny(fresh);
          const registers = mayBeNew && namesIn(module).anyOf(entry.fn.mentions);
          if (registers && hops <= maxReaders) containers.read(entry.fn.mentions, module);
          return registers || containers.feeds(entry, module);
        });
        for (const { node, module } of heirs) if (node.name !== undefined) leading.lead({ name: node.name }, module, tests);
        for (const { entry, module } of found) if (isCalledByName(entry)) leading.lead(entry, module, tests);
        const done = new Set<object>([...heirs, ...found]);
        classes = classes.filter((one) => !done.has(one));
        waiting = waiting.filter((one) => !done.has(one));
      }
    }
    return leading;
  }

  /** What the statements of a module say, in one text. */
  #linksOf(module: Module, body: readonly Statement[]): string {
    let known = this.#linksOfBody.get(body);
    if (known === undefined) {
      const leading = this.#leading.of(module, this.#knowledge.inTests(module.file));
      known = functionsOf({ body })
        .map((entry) => `${entry.name ?? ''} ${filledContainers(entry).join('+')}${this.#linksFrom(entry.fn, module)}`)
        .filter((line) => !line.endsWith(' ') && !line.startsWith(' '))
        .concat(
          classesOf({ body }).flatMap((node) => (this.inherits(node, module) ? `${node.name ?? ''} < ${basesOf(node).names.join()}` : [])),
          otherNamesIn({ body }).flatMap(({ name, of }) => (leading.has(of) ? `${name} = ${of}` : [])),
        )
        .join('\n');
      this.#linksOfBody.set(body, known);
    }
    return known;
  }

  #linksFrom(fn: FunctionNode, module: Module): string {
    let known = this.#linksOfFunction.get(fn.mentions);
    if (known === undefined) {
      const leading = this.#leading.of(module, this.#knowledge.inTests(module.file));
      const links = [...new Set(leading.among(fn.mentions))].sort();
      known = links.length === 0 ? '' : [...links, '|', this.#containers.namesIn(fn.mentions)].join(' ');
      this.#linksOfFunction.set(fn.mentions, known);
    }
    return known;
  }
}

/** Methods of built-in values are too common to lead anywhere. */
function isCalledByName(entry: FunctionEntry): entry is FunctionEntry & { readonly name: string } {
  return entry.name !== undefined && !(entry.member === true && dataMethods.has(entry.name));
}

/** Which functions can lead to a registration, by the names that they mention. */
import type { ClassNode, Expression, FunctionNode, Mentioned, Module, Statement } from '../syntax/ir.js';
import { dataMethods } from '../trace/data-methods.js';
import { eachExpression } from '../trace/parts.js';
import { basesOf, classesOf } from './classes.js';

export interface FunctionEntry {
  readonly fn: FunctionNode;
  readonly name: string | undefined;
  readonly cls?: ClassNode;
  readonly static?: boolean;
}

type Found = Map<FunctionNode, FunctionEntry>;

const byStatement = new WeakMap<Statement, readonly FunctionEntry[]>();
const byBody = new WeakMap<readonly Statement[], readonly FunctionEntry[]>();

/** Every function of a module, outer ones first, with the name it is known by. */
export function functionsOf(module: Module): readonly FunctionEntry[] {
  let found = byBody.get(module.body);
  if (found === undefined) byBody.set(module.body, (found = module.body.flatMap(functionsIn)));
  return found;
}

function functionsIn(statement: Statement): readonly FunctionEntry[] {
  let found = byStatement.get(statement);
  if (found === undefined) {
    const list: Found = new Map();
    statements([statement], list);
    byStatement.set(statement, (found = [...list.values()]));
  }
  return found;
}

function statements(body: readonly Statement[], into: Found): void {
  for (const statement of body) {
    switch (statement.kind) {
      case 'declare':
        if (statement.value !== undefined)
          expression(statement.value, statement.bindings.length === 1 ? statement.bindings[0]!.name : undefined, into);
        break;
      case 'expression':
      case 'return':
      case 'throw':
        if (statement.value !== undefined) expression(statement.value, undefined, into);
        break;
      case 'function':
        fn(statement.fn, statement.binding?.name, into);
        break;
      case 'class':
        cls(statement.cls, into);
        break;
      case 'if':
        expression(statement.test, undefined, into);
        statements(statement.then, into);
        statements(statement.otherwise, into);
        break;
      case 'loop':
        if (statement.iterable !== undefined) expression(statement.iterable, undefined, into);
        statements(statement.init, into);
        statements(statement.body, into);
        break;
      case 'switch':
        for (const item of statement.cases) statements(item.body, into);
        break;
      case 'try':
        statements(statement.body, into);
        for (const handler of statement.handlers) statements(handler.body, into);
        statements(statement.finalizer, into);
        break;
      case 'block':
        statements(statement.body, into);
        break;
    }
  }
}

function expression(root: Expression, name: string | undefined, into: Found): void {
  eachExpression(root, (part) => {
    if (part.kind === 'function') fn(part, part === root ? name : undefined, into);
    else if (part.kind === 'class') cls(part, into);
    else if (
      part.kind === 'assign' &&
      part.value.kind === 'function' &&
      part.target.kind === 'member' &&
      typeof part.target.property === 'string'
    )
      fn(part.value, part.target.property, into);
    else if (part.kind === 'object') {
      for (const entry of part.entries) {
        if (entry.kind === 'entry' && entry.value.kind === 'function' && typeof entry.key === 'string') fn(entry.value, entry.key, into);
      }
    }
  });
}

function fn(node: FunctionNode, name: string | undefined, into: Found): void {
  if (into.has(node)) return;
  into.set(node, { fn: node, name: name ?? node.name });
  statements(node.body, into);
}

function cls(node: ClassNode, into: Found): void {
  for (const member of node.members) {
    if (member.value?.kind === 'function') {
      into.set(member.value, {
        fn: member.value,
        name: member.kind === 'constructor' ? node.name : member.name,
        cls: node,
        static: member.static,
      });
      statements(member.value.body, into);
    } else if (member.value !== undefined) {
      expression(member.value, member.name, into);
    }
  }
}

/** Names that lead to a marker: the markers, every function that mentions one of these, every class that inherits from one. */
export class Relevance {
  #markers: ReadonlySet<string> = new Set();
  readonly #classes: ReadonlySet<string>;
  #names: ReadonlySet<string> = new Set();
  #modules: readonly Module[] = [];
  /** The markers are others than those for which the names were found. */
  #stale = false;
  /** What each module said when the names were found. */
  #links = new Map<Module, string>();
  #linksOfFunction = new WeakMap<FunctionNode, string>();
  #linksOfBody = new WeakMap<readonly Statement[], string>();
  #matters = new WeakMap<readonly Statement[], boolean>();
  #entries = new WeakMap<readonly Statement[], readonly FunctionEntry[]>();

  /** `classes`: those of packages whose subclasses are tools. */
  constructor(classes: ReadonlySet<string>) {
    this.#classes = classes;
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
    const names = this.#found(modules);
    const changed = names.size !== this.#names.size || [...names].some((name) => !this.#names.has(name));
    if (changed) {
      this.#names = names;
      this.#linksOfFunction = new WeakMap();
      this.#linksOfBody = new WeakMap();
      this.#matters = new WeakMap();
      this.#entries = new WeakMap();
    }
    this.#modules = modules;
    this.#links = new Map(modules.map((module) => [module, this.#linksOf(module)]));
    return changed;
  }

  /** Names that lead to a marker. */
  get names(): ReadonlySet<string> {
    return this.#names;
  }

  /** Something that is mentioned leads to a marker. */
  matters(mentions: Mentioned): boolean {
    return mentions.hasAny(this.#names);
  }

  /** The class inherits from something that leads to a marker. */
  inherits(node: ClassNode): boolean {
    return this.#inherits(node, this.#names);
  }

  #inherits(node: ClassNode, names: ReadonlySet<string>): boolean {
    const { names: own, imported } = basesOf(node);
    return imported.some((name) => this.#classes.has(name)) || own.some((name) => names.has(name));
  }

  /** The code that runs when the module is loaded, or a function in it, can matter. */
  mattersIn(module: Module): boolean {
    let known = this.#matters.get(module.body);
    if (known === undefined) {
      known = this.matters(module.mentions) || classesOf(module).some((node) => this.inherits(node));
      this.#matters.set(module.body, known);
    }
    return known;
  }

  /** The functions of a module that can matter. */
  functionsIn(module: Module): readonly FunctionEntry[] {
    let known = this.#entries.get(module.body);
    if (known === undefined) {
      known = functionsOf(module).filter(({ fn }) => this.#linksFrom(fn) !== '');
      this.#entries.set(module.body, known);
    }
    return known;
  }

  /** The names follow from which functions mention which of them; all other names do not count. */
  #isSame(modules: readonly Module[]): boolean {
    return modules.length === this.#modules.length && modules.every((module) => this.#links.get(module) === this.#linksOf(module));
  }

  #found(modules: readonly Module[]): ReadonlySet<string> {
    const names = new Set(this.#markers);
    let waiting = modules.flatMap(functionsOf).filter(isCalledByName);
    let classes = modules.flatMap(classesOf);
    for (let before = -1; before !== names.size;) {
      before = names.size;
      classes = classes.filter((node) => {
        if (!this.#inherits(node, names)) return true;
        if (node.name !== undefined) names.add(node.name);
        return false;
      });
      waiting = waiting.filter(({ name, fn: { mentions } }) => {
        if (names.has(name)) return false;
        if (!mentions.hasAny(names)) return true;
        names.add(name);
        return false;
      });
    }
    return names;
  }

  #linksOf(module: Module): string {
    let known = this.#linksOfBody.get(module.body);
    if (known === undefined) {
      known = functionsOf(module)
        .filter(isCalledByName)
        .map(({ name, fn }) => `${name} ${this.#linksFrom(fn)}`)
        .filter((line) => !line.endsWith(' '))
        .concat(classesOf(module).flatMap((node) => (this.inherits(node) ? `${node.name ?? ''} < ${basesOf(node).names.join()}` : [])))
        .join('\n');
      this.#linksOfBody.set(module.body, known);
    }
    return known;
  }

  #linksFrom(fn: FunctionNode): string {
    let known = this.#linksOfFunction.get(fn);
    if (known === undefined) this.#linksOfFunction.set(fn, (known = [...fn.mentions.among(this.#names)].sort().join(' ')));
    return known;
  }
}

/** Methods of built-in values are too common to lead anywhere. */
function isCalledByName(entry: FunctionEntry): entry is FunctionEntry & { readonly name: string } {
  return entry.name !== undefined && !dataMethods.has(entry.name);
}

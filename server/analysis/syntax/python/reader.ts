import type { Span } from '../../../../rules/kit/index.js';
import type {
  Binding,
  Comment,
  Export,
  Expression,
  FunctionNode,
  Module,
  NameExpression,
  Owner,
  Problem,
  Statement,
  TypeNode,
} from '../ir.js';
import { Collected } from '../collected.js';
import { newBinding, type Draft } from '../typescript/names.js';
import type { Made } from './scopes.js';
import type { Node } from './tree.js';

/** Names that are visible together. Those of a class are not visible in its methods. */
export interface Scope {
  readonly kind: 'module' | 'function' | 'class' | 'loop';
  readonly names: Map<string, Draft<Binding>>;
  /** `import a.b` makes `a.b` reachable by that path. */
  readonly paths: Map<string, Draft<Binding>>;
  /** Names of which each value holds until the next assignment. */
  readonly inOrder: Set<string>;
  /** Names that stand for the object that a method was called on. */
  self: Binding | undefined;
  readonly parent: Scope | undefined;
  /** Names that may be others once something in the body mentions them which did not. */
  delicate: ReadonlySet<string>;
  /** Names of the body that a loop stands in, by the loop that each of them lives in. */
  readonly byLoop: ReadonlyMap<Node, readonly Made[]>;
  /** Names that are others in a branch, by its block. */
  readonly byBranch: Map<Node, { readonly name: string; readonly node: Node }[]>;
}

/** The readers of the single constructs; they reach each other through the reader only. */
export interface Readers {
  readonly expression: (r: Reader, node: Node) => Expression;
  readonly statement: (r: Reader, node: Node, out: Statement[]) => void;
  readonly type: (r: Reader, node: Node) => TypeNode;
}

/** One file while it is read: where we are, and what has been collected. */
export class Reader extends Collected {
  readonly exports: Export[] = [];
  readonly requests = new Set<string>();
  readonly problems: Problem[] = [];
  readonly comments: Comment[] = [];
  readonly quotes = { single: 0, double: 0 };
  readonly text: string;
  readonly module: Draft<Module>;
  /** The function or module body that is being read. */
  within: Draft<FunctionNode> | Draft<Module>;
  /** What owns the variables that are declared now. */
  owner: Owner;
  scope: Scope;
  /** How many functions were read. */
  functions = 0;
  readonly #readers: Readers;

  constructor(module: Draft<Module>, text: string, readers: Readers) {
    super();
    this.module = module;
    this.text = text;
    this.#readers = readers;
    this.within = module;
    this.owner = module;
    this.scope = newScope('module', undefined, new Map());
  }

  // ------------------------------------------------------------------------------------------------ descending

  expression(node: Node): Expression {
    return this.#readers.expression(this, node);
  }

  statement(node: Node, out: Statement[]): void {
    this.#readers.statement(this, node, out);
  }

  type(node: Node): TypeNode {
    return this.#readers.type(this, node);
  }

  /** A node without a meaning of its own. */
  opaque(node: Node, children: readonly Expression[]): Expression {
    return { kind: 'opaque', span: this.span(node), children };
  }

  // ---------------------------------------------------------------------------------------------------- places

  textOf = (node: Node): string => this.text.slice(node.start, node.end);

  span(node: { readonly start: number; readonly end: number }): Span {
    return this.range(node.start, node.end);
  }

  // ----------------------------------------------------------------------------------------------------- names

  /** A name where it is used; the first parameter of a method stands for the object. */
  name(node: Node): NameExpression | (Expression & { kind: 'this' }) {
    const name = this.textOf(node);
    this.mention(name);
    const binding = this.lookup(name);
    if (binding !== undefined && this.#isSelf(binding)) return { kind: 'this', span: this.span(node) };
    return { kind: 'name', span: this.span(node), name, binding };
  }

  lookup(name: string): Draft<Binding> | undefined {
    let leftFunction = false;
    for (let scope: Scope | undefined = this.scope; scope !== undefined; scope = scope.parent) {
      const found = scope.kind === 'class' && leftFunction ? undefined : scope.names.get(name);
      if (found !== undefined) return found;
      if (scope.kind === 'function') leftFunction = true;
    }
    return undefined;
  }

  /** The name that `import a.b` made for exactly this path. */
  path(path: string): Draft<Binding> | undefined {
    for (let scope: Scope | undefined = this.scope; scope !== undefined; scope = scope.parent) {
      const found = scope.paths.get(path);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #isSelf(binding: Binding): boolean {
    for (let scope: Scope | undefined = this.scope; scope !== undefined; scope = scope.parent) if (scope.self === binding) return true;
    return false;
  }

  /** A new meaning of a name from here on, when each of its values holds until the next; `undefined` for all other names. */
  renew(name: string, node: Node): Draft<Binding> | undefined {
    let { scope } = this;
    while (!scope.names.has(name) && scope.parent !== undefined && scope.kind === 'loop') scope = scope.parent;
    const before = scope.names.get(name);
    if (before === undefined || !scope.inOrder.has(name)) return undefined;
    return this.declare(name, node, 'variable', before.owner, scope);
  }

  declare(name: string, node: Node, kind: Binding['kind'], owner: Owner = this.owner, scope: Scope = this.scope): Draft<Binding> {
    const binding = newBinding(name, kind, owner, this.span(node));
    scope.names.set(name, binding);
    return binding;
  }

  /** The names of the module, for `global`. */
  get outermost(): Scope {
    let { scope } = this;
    while (scope.parent !== undefined) scope = scope.parent;
    return scope;
  }

  /** Reads in a scope of its own. */
  inside<T>(kind: Scope['kind'], owner: Owner, byLoop: Scope['byLoop'], read: () => T): T {
    const before = { scope: this.scope, owner: this.owner };
    this.scope = newScope(kind, this.scope, byLoop);
    this.owner = owner;
    const result = read();
    this.scope = before.scope;
    this.owner = before.owner;
    return result;
  }

  /** A place inside the name of something that is written on one line. */
  problem(message: string, node: { readonly start: number; readonly end: number }): void {
    this.problems.push({ message, span: { start: node.start, end: node.end } });
  }
}

const noNames: ReadonlySet<string> = new Set();

export function newScope(kind: Scope['kind'], parent: Scope | undefined, byLoop: Scope['byLoop']): Scope {
  return {
    kind,
    names: new Map(),
    paths: new Map(),
    inOrder: new Set(),
    self: undefined,
    delicate: noNames,
    parent,
    byLoop,
    byBranch: new Map(),
  };
}

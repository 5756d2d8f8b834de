/** Which functions can lead to a registration, by the names that they mention. */
import type { ClassNode, Expression, FunctionNode, Module, Statement } from '../syntax/ir.js';
import { dataMethods } from '../trace/data-methods.js';
import { eachExpression } from '../trace/parts.js';

export interface FunctionEntry {
  readonly fn: FunctionNode;
  readonly name: string | undefined;
  readonly cls?: ClassNode;
  readonly static?: boolean;
}

type Found = Map<FunctionNode, FunctionEntry>;

const entries = new WeakMap<Module, readonly FunctionEntry[]>();

/** Every function of a module, outer ones first, with the name it is known by. */
export function functionsOf(module: Module): readonly FunctionEntry[] {
  let found = entries.get(module);
  if (found === undefined) {
    const list: Found = new Map();
    statements(module.body, list);
    entries.set(module, (found = [...list.values()]));
  }
  return found;
}

function statements(body: readonly Statement[], into: Found): void {
  for (const statement of body) {
    switch (statement.kind) {
      case 'declare':
        if (statement.value !== undefined) expression(statement.value, statement.bindings.length === 1 ? statement.bindings[0]!.name : undefined, into);
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
    else if (part.kind === 'assign' && part.value.kind === 'function' && part.target.kind === 'member' && typeof part.target.property === 'string') fn(part.value, part.target.property, into);
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
      into.set(member.value, { fn: member.value, name: member.kind === 'constructor' ? node.name : member.name, cls: node, static: member.static });
      statements(member.value.body, into);
    } else if (member.value !== undefined) {
      expression(member.value, member.name, into);
    }
  }
}

/** Names that lead to a marker: the markers, and every function that mentions one of these. */
export class Relevance {
  readonly #markers: ReadonlySet<string>;
  #names: ReadonlySet<string>;
  #key = '';

  constructor(markers: ReadonlySet<string>) {
    this.#markers = markers;
    this.#names = markers;
  }

  /** Takes the modules as they are now; `true` when other names lead to a marker than before. */
  update(modules: readonly Module[]): boolean {
    const names = new Set(this.#markers);
    let waiting = modules.flatMap((module) => namedFunctions(module));
    for (let before = -1; before !== names.size; ) {
      before = names.size;
      waiting = waiting.filter(({ name, mentions }) => {
        if (names.has(name)) return false;
        if (!intersects(mentions, names)) return true;
        names.add(name);
        return false;
      });
    }
    const key = [...names].sort().join(' ');
    if (key === this.#key) return false;
    this.#key = key;
    this.#names = names;
    return true;
  }

  /** Something that is mentioned leads to a marker. */
  matters(mentions: ReadonlySet<string>): boolean {
    return intersects(mentions, this.#names);
  }
}

interface NamedFunction {
  readonly name: string;
  readonly mentions: ReadonlySet<string>;
}

const named = new WeakMap<Module, readonly NamedFunction[]>();

/** The functions that can be called by name. Methods of built-in values are too common to lead anywhere. */
function namedFunctions(module: Module): readonly NamedFunction[] {
  let found = named.get(module);
  if (found === undefined) {
    found = functionsOf(module).flatMap(({ fn, name }) => (name === undefined || dataMethods.has(name) ? [] : [{ name, mentions: fn.mentions }]));
    named.set(module, found);
  }
  return found;
}

function intersects(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const name of small) if (large.has(name)) return true;
  return false;
}

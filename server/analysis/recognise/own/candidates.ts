/** Expressions of which the project says that they define a tool: by a type, by a helper, or by a name. */
import type { Field, OwnShape } from '../../../../rules/kit/index.js';
import type {
  CallExpression,
  ClassNode,
  Expression,
  FunctionNode,
  Module,
  ObjectEntry,
  ObjectExpression,
  Statement,
  TypeNode,
} from '../../syntax/ir.js';
import { handsOver, makesTool, picks, saysTool } from './words.js';

/** How sure the project is that it is a tool. */
export interface Said {
  /** A type or a helper says it; otherwise only a name does. */
  readonly typed: boolean;
  readonly types: readonly TypeNode[];
  /** The name of the list or object that holds it. */
  readonly group?: string;
}

export interface Candidate {
  readonly expression: ObjectExpression | CallExpression | ClassNode;
  /** What its names mean something in. */
  readonly owner: Module | FunctionNode | ClassNode;
  readonly said: Said;
  /** The key of the object that it stands in. */
  readonly key?: string;
  /** Definitions that are handed to the call. */
  readonly literals: readonly ObjectExpression[];
}

/** Keys that lead to a field. */
type Path = readonly string[];

const maxCandidates = 2_000;
const maxDepth = 60;
const unsaid = undefined;

/** The candidates in statements at the top level of a module, those inside functions and classes included. */
export function candidatesIn(statements: readonly Statement[], module: Module, shape: OwnShape): readonly Candidate[] {
  const finder = new Finder(shape);
  finder.statements(statements, module, unsaid);
  return finder.found;
}

class Finder {
  readonly found: Candidate[] = [];
  readonly #paths: Readonly<Record<'name' | 'description' | 'input' | 'handler', readonly Path[]>>;
  #depth = 0;

  constructor({ name, description, input, handler }: OwnShape) {
    this.#paths = { name: name.map(pathOf), description: description.map(pathOf), input: input.map(pathOf), handler: handler.map(pathOf) };
  }

  /** `returned`: what is said of that which the function returns. */
  statements(body: readonly Statement[], owner: Candidate['owner'], returned: Said | undefined): void {
    for (const statement of body) this.#statement(statement, owner, returned);
  }

  #statement(statement: Statement, owner: Candidate['owner'], returned: Said | undefined): void {
    switch (statement.kind) {
      case 'declare': {
        const [binding] = statement.bindings;
        if (statement.value === undefined) return;
        return this.#visit(
          statement.value,
          owner,
          statement.bindings.length === 1 && binding !== undefined ? saidOf(binding.type, binding.name) : unsaid,
        );
      }
      case 'expression':
        return this.#visit(statement.value, owner, unsaid);
      case 'return':
        return statement.value === undefined ? undefined : this.#visit(statement.value, owner, returned);
      case 'function':
        return this.#function(statement.fn, saidOf(undefined, statement.fn.name));
      case 'class':
        return this.#class(statement.cls, owner);
      case 'if':
        this.statements(statement.then, owner, returned);
        return this.statements(statement.otherwise, owner, returned);
      case 'loop':
        return this.statements(statement.body, owner, returned);
      case 'switch':
        for (const item of statement.cases) this.statements(item.body, owner, returned);
        return;
      case 'try':
        this.statements(statement.body, owner, returned);
        for (const handler of statement.handlers) this.statements(handler.body, owner, returned);
        return this.statements(statement.finalizer, owner, returned);
      case 'block':
        return this.statements(statement.body, owner, returned);
    }
  }

  #function(fn: FunctionNode, said: Said | undefined): void {
    this.statements(fn.body, fn, fn.returnType === undefined ? said : (saidOf(fn.returnType, fn.name) ?? said));
  }

  #class(cls: ClassNode, owner: Candidate['owner']): void {
    const bases = [...cls.implements.map(nameOfType), cls.base === undefined ? undefined : lastName(cls.base)];
    if (bases.some(saysTool) || saysTool(cls.name))
      this.#add({ expression: cls, owner, said: { typed: bases.some(saysTool), types: cls.implements }, literals: [] });
    for (const { value, name, type } of cls.members) {
      if (value?.kind === 'function') this.#function(value, saidOf(undefined, name));
      else if (value !== undefined) this.#visit(value, cls, saidOf(type, name));
    }
  }

  #visit(expression: Expression, owner: Candidate['owner'], said: Said | undefined, key?: string): void {
    if (this.#depth > maxDepth) return;
    this.#depth++;
    this.#look(expression, owner, said, key);
    this.#depth--;
  }

  #look(expression: Expression, owner: Candidate['owner'], outer: Said | undefined, key: string | undefined): void {
    switch (expression.kind) {
      case 'object': {
        const said = stated(expression.asserted, outer);
        if (said !== undefined && this.#isShaped(expression, said, key))
          return this.#add({ expression, owner, said, ...(key === undefined ? {} : { key }), literals: [expression] });
        for (const entry of expression.entries) this.#entry(entry, owner, said);
        return;
      }
      case 'array': {
        const said = stated(expression.asserted, outer);
        for (const item of expression.items) this.#visit(item.value, owner, said);
        return;
      }
      case 'call':
        return this.#call(expression, owner, stated(expression.asserted, outer), key);
      case 'function':
        return this.#function(expression, outer);
      case 'class':
        return this.#class(expression, owner);
      case 'conditional':
        this.#visit(expression.whenTrue, owner, outer, key);
        return this.#visit(expression.whenFalse, owner, outer, key);
      case 'binary':
        this.#visit(expression.left, owner, outer, key);
        return this.#visit(expression.right, owner, outer, key);
      case 'unary':
        return this.#visit(expression.operand, owner, outer, key);
      case 'assign':
        return this.#visit(expression.value, owner, outer ?? saidOf(undefined, lastName(expression.target)));
      case 'sequence':
      case 'opaque':
        for (const part of expression.kind === 'sequence' ? expression.items : expression.children) this.#visit(part, owner, unsaid);
    }
  }

  #entry(entry: ObjectEntry, owner: Candidate['owner'], said: Said | undefined): void {
    if (entry.kind === 'spread') return this.#visit(entry.value, owner, said);
    const key = typeof entry.key === 'string' ? entry.key : undefined;
    this.#visit(entry.value, owner, said ?? saidOf(undefined, key), key);
  }

  #call(call: CallExpression, owner: Candidate['owner'], outer: Said | undefined, key: string | undefined): void {
    const name = lastName(call.callee);
    const receiver = call.callee.kind === 'member' ? lastName(call.callee.object) : undefined;
    const isHelper = makesTool(name) || (name !== undefined && handsOver(receiver, name));
    const said: Said | undefined = isHelper ? { typed: true, types: outer?.types ?? [] } : outer;
    if (call.callee.kind === 'member') this.#visit(call.callee.object, owner, unsaid);
    if (said === undefined || (call.callee.kind === 'member' && picks(name))) {
      for (const { value } of call.args) this.#visit(value, owner, unsaid);
      return;
    }
    const literals = call.args.flatMap(({ value }) => (value.kind === 'object' && this.#isShaped(value, said, key) ? [value] : []));
    this.#add({ expression: call, owner, said, ...(key === undefined ? {} : { key }), literals });
    for (const { value } of call.args) {
      if (value.kind !== 'object' || !literals.includes(value))
        this.#visit(value, owner, isHelper || value.kind === 'array' ? said : unsaid);
    }
  }

  #add(candidate: Candidate): void {
    if (this.found.length < maxCandidates) this.found.push(candidate);
  }

  /** Enough of the keys that a definition has. What it spreads may have the others. */
  #isShaped(object: ObjectExpression, said: Said, key: string | undefined): boolean {
    const { name, description, input, handler } = this.#paths;
    const has = (paths: readonly Path[]): boolean => paths.some((path) => holds(object, path));
    const rows = [has(name) || key !== undefined, has(description), has(input), has(handler)].filter(Boolean).length;
    const open = object.entries.some((entry) => entry.kind === 'spread');
    return rows >= (said.typed ? (open ? 1 : 2) : 3) && (has(name) || key !== undefined || open);
  }
}

function pathOf(field: Field): Path {
  return field.split('.');
}

/** `at`: where in the path the object stands. */
function holds(object: ObjectExpression, path: Path, at = 0): boolean {
  const isLast = at === path.length - 1;
  return object.entries.some((entry) => {
    if (entry.kind === 'spread' || entry.key !== path[at]) return false;
    return isLast || (entry.value.kind === 'object' ? holds(entry.value, path, at + 1) : entry.value.kind === 'name');
  });
}

function stated(type: TypeNode | undefined, outer: Said | undefined): Said | undefined {
  if (type === undefined || !typeSaysTool(type)) return outer;
  return { ...outer, typed: true, types: [type, ...(outer?.types ?? [])] };
}

function saidOf(type: TypeNode | undefined, name: string | undefined): Said | undefined {
  const group = name === undefined ? {} : { group: name };
  if (type !== undefined && typeSaysTool(type)) return { typed: true, types: [type], ...group };
  return saysTool(name) ? { typed: false, types: type === undefined ? [] : [type], ...group } : undefined;
}

/** A type that has the word, or a list, a promise or a map of it, or a function that returns it. */
function typeSaysTool(type: TypeNode): boolean {
  switch (type.kind) {
    case 'reference':
      return saysTool(nameOfType(type)) || type.args.some(typeSaysTool);
    case 'array':
      return typeSaysTool(type.item);
    case 'union':
    case 'intersection':
      return type.options.some(typeSaysTool);
    case 'function':
      return type.result !== undefined && typeSaysTool(type.result);
    default:
      return false;
  }
}

function nameOfType(type: TypeNode): string | undefined {
  return type.kind === 'reference' ? lastName(type.name) : undefined;
}

function lastName(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind === 'member') return typeof expression.property === 'string' ? expression.property : undefined;
  return expression.kind === 'call' ? lastName(expression.callee) : undefined;
}

/** The functions of a module, with the names that they are known by. */
import type { ClassNode, Expression, FunctionNode, Module, Statement } from '../syntax/ir.js';
import { eachExpression } from '../trace/parts.js';

export interface FunctionEntry {
  readonly fn: FunctionNode;
  readonly name: string | undefined;
  readonly cls?: ClassNode;
  readonly static?: boolean;
  /** A method or property: it is called as a member of something. */
  readonly member?: boolean;
}

/** A property under which something that has a name is known too: `export default { register }`. */
export interface OtherName {
  readonly name: string;
  readonly of: string;
}

interface Names {
  readonly functions: readonly FunctionEntry[];
  readonly others: readonly OtherName[];
}

interface Found {
  readonly functions: Map<FunctionNode, FunctionEntry>;
  readonly others: OtherName[];
}

const byStatement = new WeakMap<Statement, Names>();
const byBody = new WeakMap<readonly Statement[], Names>();

/** Every function of a module, outer ones first, with the name it is known by. */
export function functionsOf(module: Pick<Module, 'body'>): readonly FunctionEntry[] {
  return namesOf(module).functions;
}

/** The properties of a module that are given something by its name. */
export function otherNamesIn(module: Pick<Module, 'body'>): readonly OtherName[] {
  return namesOf(module).others;
}

function namesOf({ body }: Pick<Module, 'body'>): Names {
  let found = byBody.get(body);
  if (found === undefined) {
    const parts = body.map(namesIn);
    found = { functions: parts.flatMap(({ functions }) => functions), others: parts.flatMap(({ others }) => others) };
    byBody.set(body, found);
  }
  return found;
}

function namesIn(statement: Statement): Names {
  let found = byStatement.get(statement);
  if (found === undefined) {
    const list: Found = { functions: new Map(), others: [] };
    statements([statement], list);
    byStatement.set(statement, (found = { functions: [...list.functions.values()], others: list.others }));
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

function expression(root: Expression, name: string | undefined, into: Found, member = false): void {
  // `const register = withServer((server) => …)`
  const given = root.kind === 'call' ? new Set<Expression>(root.args.map(({ value }) => value)) : undefined;
  eachExpression(root, (part) => {
    if (part.kind === 'function') fn(part, part === root || given?.has(part) === true ? name : undefined, into, member);
    else if (part.kind === 'class') cls(part, into);
    else if (part.kind === 'assign' && part.target.kind === 'member' && typeof part.target.property === 'string')
      property(part.target.property, part.value, into);
    else if (part.kind === 'object') {
      for (const entry of part.entries) if (entry.kind === 'entry' && typeof entry.key === 'string') property(entry.key, entry.value, into);
    }
  });
}

function property(name: string, value: Expression, into: Found): void {
  if (value.kind === 'function') fn(value, name, into, true);
  else if (value.kind === 'name' && value.binding !== undefined) into.others.push({ name, of: value.name });
}

function fn(node: FunctionNode, name: string | undefined, into: Found, member = false): void {
  if (into.functions.has(node)) return;
  into.functions.set(node, { fn: node, name: name ?? node.name, ...(member ? { member } : {}) });
  statements(node.body, into);
}

function cls(node: ClassNode, into: Found): void {
  for (const member of node.members) {
    if (member.value?.kind === 'function') {
      into.functions.set(member.value, {
        fn: member.value,
        name: member.kind === 'constructor' ? node.name : member.name,
        cls: node,
        static: member.static,
        ...(member.kind === 'constructor' ? {} : { member: true }),
      });
      statements(member.value.body, into);
    } else if (member.value !== undefined) {
      expression(member.value, member.name, into, true);
    }
  }
}

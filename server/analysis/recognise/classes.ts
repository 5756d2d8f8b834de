/** The classes of a module, and what they inherit from. */
import { plainName } from '../languages.js';
import type { ClassNode, Expression, Module, Statement } from '../syntax/ir.js';
import { eachExpression, eachInBody } from '../trace/parts.js';

const byBody = new WeakMap<readonly Statement[], readonly ClassNode[]>();

/** All classes of a module, those inside functions included. */
export function classesOf(module: Pick<Module, 'body'>): readonly ClassNode[] {
  let found = byBody.get(module.body);
  if (found === undefined) {
    const parts = module.body.map(classesInStatement);
    byBody.set(
      module.body,
      (found = [...new Set([...parts.flatMap(({ declared }) => declared), ...parts.flatMap(({ others }) => others)])]),
    );
  }
  return found;
}

/** A method is decorated. */
export function isDecorated({ members }: ClassNode): boolean {
  return members.some(({ value }) => value?.kind === 'function' && value.decorators.length > 0);
}

/** What stands behind `extends`: names, and names under which something of a package was imported. */
export interface Bases {
  readonly names: readonly string[];
  readonly imported: readonly string[];
}

const noBase: Bases = { names: [], imported: [] };
const bases = new WeakMap<ClassNode, Bases>();

export function basesOf(node: ClassNode): Bases {
  if (node.base === undefined) return noBase;
  const parts = [node.base, ...(node.mixins ?? [])];
  let found = bases.get(node);
  if (found === undefined) {
    const names: string[] = [];
    const imported: string[] = [];
    const look = (part: Expression): void => {
      if (part.kind === 'member' && typeof part.property === 'string') imported.push(part.property);
      if (part.kind !== 'name') return;
      names.push(part.name);
      const source = part.binding?.source;
      if (source?.kind === 'import' && !plainName(source.from).startsWith('.')) imported.push(source.imported);
    };
    for (const part of parts) eachExpression(part, look);
    bases.set(node, (found = { names, imported }));
  }
  return found;
}

/** An edit makes one statement of a module another one. */
const byStatement = new WeakMap<Statement, { readonly declared: readonly ClassNode[]; readonly others: readonly ClassNode[] }>();

/** Declarations come first, then what stands in expressions. */
function classesInStatement(statement: Statement): { readonly declared: readonly ClassNode[]; readonly others: readonly ClassNode[] } {
  let found = byStatement.get(statement);
  if (found === undefined) {
    const declared = new Set<ClassNode>();
    collectDeclared([statement], declared);
    const all = new Set(declared);
    collectOthers([statement], all);
    found = { declared: [...declared], others: [...all].slice(declared.size) };
    byStatement.set(statement, found);
  }
  return found;
}

function collect(body: readonly Statement[], into: Set<ClassNode>): void {
  collectDeclared(body, into);
  collectOthers(body, into);
}

function collectDeclared(body: readonly Statement[], into: Set<ClassNode>): void {
  for (const statement of body) {
    if (statement.kind === 'class') add(statement.cls, into);
    else if (statement.kind === 'function') collect(statement.fn.body, into);
    else if (statement.kind === 'block') collect(statement.body, into);
    else if (statement.kind === 'if') {
      collect(statement.then, into);
      collect(statement.otherwise, into);
    } else if (statement.kind === 'try') collect(statement.body, into);
  }
}

function collectOthers(body: readonly Statement[], into: Set<ClassNode>): void {
  eachInBody(
    body,
    (part) => {
      if (part.kind === 'class') add(part, into);
      else if (part.kind === 'function') collect(part.body, into);
    },
    false,
  );
}

function add(node: ClassNode, into: Set<ClassNode>): void {
  if (into.has(node)) return;
  into.add(node);
  for (const { value } of node.members) {
    if (value?.kind === 'function') collect(value.body, into);
    else if (value?.kind === 'class') add(value, into);
  }
}

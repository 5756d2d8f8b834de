/** The classes of a module. */
import type { ClassNode, Module, Statement } from '../syntax/ir.js';
import { eachInBody } from './parts.js';

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

/** An edit makes one statement of a module another one. */
const byStatement = new WeakMap<Statement, { readonly declared: readonly ClassNode[]; readonly others: readonly ClassNode[] }>();

/** Declarations come first, then what stands in expressions. */
export function classesInStatement(statement: Statement): {
  readonly declared: readonly ClassNode[];
  readonly others: readonly ClassNode[];
} {
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

import { SyntaxKind } from '#typescript-parser';
import type ts from 'typescript';
import type { Binding, Owner, Statement } from '../ir.js';
import type { Reader } from './reader.js';

const {
  BindingElement,
  Block,
  ClassDeclaration,
  DoStatement,
  EnumDeclaration,
  ForInStatement,
  ForOfStatement,
  ForStatement,
  FunctionDeclaration,
  Identifier,
  IfStatement,
  ImportDeclaration,
  ImportEqualsDeclaration,
  InterfaceDeclaration,
  LabeledStatement,
  ModuleDeclaration,
  NamespaceImport,
  StringLiteral,
  SwitchStatement,
  TryStatement,
  TypeAliasDeclaration,
  TypeKeyword,
  VariableDeclarationList,
  VariableStatement,
  WhileStatement,
  WithStatement,
} = SyntaxKind;

/**
 * Declares what a list of statements declares for all of them: everything but `var`.
 * A name can then be resolved where it is used, also above its declaration.
 */
export function hoist(r: Reader, statements: readonly ts.Node[]): void {
  const merged: Merged = { values: undefined, types: undefined };
  for (const statement of statements) {
    switch (statement.kind) {
      case VariableStatement: {
        const list = (statement as ts.VariableStatement).declarationList;
        if ((list.flags & blockScoped) !== 0) hoistList(r, list, kindOf(list));
        break;
      }
      case FunctionDeclaration: {
        const { name } = statement as ts.FunctionDeclaration;
        if (name !== undefined) declareOnce(r, name, 'function', merged);
        break;
      }
      case ClassDeclaration: {
        const { name } = statement as ts.ClassDeclaration;
        if (name !== undefined) declareOnce(r, name, 'class', merged);
        break;
      }
      case EnumDeclaration:
        declareOnce(r, (statement as ts.EnumDeclaration).name, 'const', merged);
        break;
      case ModuleDeclaration: {
        const { name } = statement as ts.ModuleDeclaration;
        if (name.kind === Identifier && name.escapedText !== 'global') declareOnce(r, name, 'const', merged);
        break;
      }
      case InterfaceDeclaration:
      case TypeAliasDeclaration:
        declareOnce(r, (statement as ts.InterfaceDeclaration).name, 'type', merged);
        break;
      case ImportDeclaration:
        hoistImport(r, statement as ts.ImportDeclaration);
        break;
      case ImportEqualsDeclaration:
        r.declare((statement as ts.ImportEqualsDeclaration).name, 'const');
        break;
    }
  }
}

/** Declares the `var`s of a function or module body, those in nested statements included. */
export function hoistVars(r: Reader, statements: readonly ts.Node[], owner: Owner): void {
  if (!r.hasVar) return;
  const vars: Vars = { owner, names: new Set() };
  for (const statement of statements) hoistVarsIn(r, statement, vars);
}

/** Flags that `let`, `const` and `using` share, and what `let` has alone. */
const blockScoped = 7;
const isLet = 1;

export function kindOf(list: ts.VariableDeclarationList): 'const' | 'variable' {
  return (list.flags & blockScoped) === 0 || (list.flags & isLet) !== 0 ? 'variable' : 'const';
}

export function isVar(list: ts.VariableDeclarationList): boolean {
  return (list.flags & blockScoped) === 0;
}

/** Declares every name of a declaration list. */
export function hoistList(r: Reader, list: ts.VariableDeclarationList, kind: Binding['kind']): void {
  for (const declaration of list.declarations) eachIdentifier(declaration.name, (name) => r.declare(name, kind));
}

/** What one scope declares that may be declared in several parts. */
interface Merged {
  values: Map<string, Binding> | undefined;
  types: Map<string, Binding> | undefined;
}

/** Overloads are one binding, and so are the parts of an interface, an enum or a namespace, and a function and its namespace. */
function declareOnce(r: Reader, name: ts.Identifier, kind: Binding['kind'], merged: Merged): void {
  const space = kind === 'type' ? (merged.types ??= new Map()) : (merged.values ??= new Map());
  const text = r.nameOf(name);
  if (!space.has(text)) space.set(text, r.declare(name, kind));
}

function hoistImport(r: Reader, node: ts.ImportDeclaration): void {
  const clause = node.importClause;
  if (clause === undefined || node.moduleSpecifier.kind !== StringLiteral) return;
  const from = (node.moduleSpecifier as ts.StringLiteral).text;
  const add = (name: ts.Identifier, imported: string, typeOnly: boolean): void => {
    if (name.escapedText === '') return;
    r.declare(name, 'import').source = { kind: 'import', from, imported, typeOnly };
    r.mention(r.nameOf(name));
  };
  const typeOnly = clause.phaseModifier === TypeKeyword;
  if (clause.name !== undefined) add(clause.name, 'default', typeOnly);
  const named = clause.namedBindings;
  if (named === undefined) return;
  if (named.kind === NamespaceImport) {
    add(named.name, '*', typeOnly);
    return;
  }
  for (const element of named.elements) {
    const imported = element.propertyName === undefined ? r.nameOf(element.name) : nameOfExport(r, element.propertyName);
    if (element.propertyName !== undefined) r.mention(imported);
    add(element.name, imported, typeOnly || element.isTypeOnly);
  }
}

/** `import { "any text" as x }` is allowed. */
export function nameOfExport(r: Reader, name: ts.ModuleExportName): string {
  return name.kind === StringLiteral ? name.text : r.nameOf(name);
}

interface Vars {
  readonly owner: Owner;
  readonly names: Set<string>;
}

function hoistVarsIn(r: Reader, node: ts.Node | undefined, vars: Vars): void {
  if (node === undefined) return;
  switch (node.kind) {
    case VariableStatement:
      declareVars(r, (node as ts.VariableStatement).declarationList, vars);
      break;
    case Block:
      for (const inner of (node as ts.Block).statements) hoistVarsIn(r, inner, vars);
      break;
    case IfStatement: {
      // Long chains of `else if` are walked here and not by recursion.
      let at: ts.Statement | undefined = node as ts.IfStatement;
      while (at?.kind === IfStatement) {
        hoistVarsIn(r, (at as ts.IfStatement).thenStatement, vars);
        at = (at as ts.IfStatement).elseStatement;
      }
      hoistVarsIn(r, at, vars);
      break;
    }
    case ForStatement:
    case ForInStatement:
    case ForOfStatement: {
      const { initializer } = node as ts.ForStatement;
      if (initializer?.kind === VariableDeclarationList) declareVars(r, initializer as ts.VariableDeclarationList, vars);
      hoistVarsIn(r, (node as ts.ForStatement).statement, vars);
      break;
    }
    case WhileStatement:
    case DoStatement:
    case LabeledStatement:
    case WithStatement:
      hoistVarsIn(r, (node as ts.WhileStatement).statement, vars);
      break;
    case SwitchStatement:
      for (const clause of (node as ts.SwitchStatement).caseBlock.clauses)
        for (const inner of clause.statements) hoistVarsIn(r, inner, vars);
      break;
    case TryStatement: {
      const { tryBlock, catchClause, finallyBlock } = node as ts.TryStatement;
      hoistVarsIn(r, tryBlock, vars);
      hoistVarsIn(r, catchClause?.block, vars);
      hoistVarsIn(r, finallyBlock, vars);
      break;
    }
  }
}

function declareVars(r: Reader, list: ts.VariableDeclarationList, vars: Vars): void {
  if (!isVar(list)) return;
  for (const declaration of list.declarations) {
    eachIdentifier(declaration.name, (name) => {
      const text = r.nameOf(name);
      if (vars.names.has(text)) return;
      vars.names.add(text);
      // `var` of a parameter declares nothing new.
      const before = r.names.value(text);
      if (before?.kind !== 'parameter' || before.owner !== vars.owner) r.declare(name, 'variable', vars.owner);
    });
  }
}

export function eachIdentifier(name: ts.BindingName, visit: (name: ts.Identifier) => void): void {
  if (name.kind === Identifier) {
    visit(name);
    return;
  }
  for (const element of name.elements) if (element.kind === BindingElement) eachIdentifier(element.name, visit);
}

/** Reads a list of statements in a scope of its own. */
export function readBlock(r: Reader, statements: readonly ts.Node[]): Statement[] {
  if (statements.length === 0) return [];
  const mark = r.names.enter();
  hoist(r, statements);
  const body = readAll(r, statements);
  r.names.leave(mark);
  return body;
}

/** Reads statements whose names are declared. */
export function readAll(r: Reader, statements: readonly ts.Node[]): Statement[] {
  const body: Statement[] = [];
  for (const statement of statements) r.statement(statement, body);
  // A list that grew has room for more; a copy has not, and there are very many.
  return body.slice();
}

import { SyntaxKind } from '#typescript-parser';
import type ts from 'typescript';
import type { Binding, Statement, SwitchCase, TryStatement } from '../ir.js';
import { readClass } from './classes.js';
import { pushAll, readVariables } from './declarations.js';
import { readFunction } from './functions.js';
import { hoist, readAll, readBlock } from './hoist.js';
import { readFor, readForIn, readWhile } from './loops.js';
import { readExportAssignment, readExportDeclaration, readImport, readImportEquals } from './modules.js';
import { readEnum, readNamespace } from './namespaces.js';
import { readPattern } from './patterns.js';
import { DefaultKeyword, ExportKeyword, hasModifier, type Reader, type Readers } from './reader.js';
import { readInterface, readTypeAlias } from './type-declarations.js';

const { Block, CaseClause, Identifier } = SyntaxKind;

type ReadStatement = NonNullable<Readers['statements'][number]>;

const table: (ReadStatement | undefined)[] = [];

/** How each kind of statement is read. One that means nothing at run time adds nothing. */
export const statements: Readers['statements'] = table;

on<ts.VariableStatement>(SyntaxKind.VariableStatement, (r, node, out) => {
  countSemicolon(r, node);
  readVariables(r, node.declarationList, r.span(node), out, hasModifier(node, ExportKeyword));
});
on<ts.ExpressionStatement>(SyntaxKind.ExpressionStatement, (r, node, out) => {
  countSemicolon(r, node);
  out.push({ kind: 'expression', span: r.span(node), value: r.expression(node.expression) });
});
on<ts.ReturnStatement>(SyntaxKind.ReturnStatement, (r, node, out) => {
  countSemicolon(r, node);
  out.push({ kind: 'return', span: r.span(node), value: node.expression && r.expression(node.expression) });
});
on<ts.ThrowStatement>(SyntaxKind.ThrowStatement, (r, node, out) =>
  out.push({ kind: 'throw', span: r.span(node), value: r.expression(node.expression) }),
);
on<ts.Block>(SyntaxKind.Block, (r, node, out) => out.push({ kind: 'block', span: r.span(node), body: readBlock(r, node.statements) }));
on<ts.IfStatement>(SyntaxKind.IfStatement, (r, node, out) =>
  out.push({
    kind: 'if',
    span: r.span(node),
    test: r.expression(node.expression),
    then: readNested(r, node.thenStatement),
    otherwise: node.elseStatement === undefined ? [] : readNested(r, node.elseStatement),
  }),
);
on<ts.ForStatement>(SyntaxKind.ForStatement, readFor);
on<ts.ForInStatement>(SyntaxKind.ForInStatement, (r, node, out) => readForIn(r, node, 'in', out));
on<ts.ForOfStatement>(SyntaxKind.ForOfStatement, (r, node, out) => readForIn(r, node, 'of', out));
on<ts.WhileStatement>(SyntaxKind.WhileStatement, (r, node, out) => readWhile(r, node, 'while', out));
on<ts.DoStatement>(SyntaxKind.DoStatement, (r, node, out) => readWhile(r, node, 'do', out));
on<ts.SwitchStatement>(SyntaxKind.SwitchStatement, readSwitch);
on<ts.TryStatement>(SyntaxKind.TryStatement, readTry);
on<ts.LabeledStatement>(SyntaxKind.LabeledStatement, (r, node, out) => out.push(...readNested(r, node.statement)));
on<ts.WithStatement>(SyntaxKind.WithStatement, (r, node, out) => {
  const value = r.expression(node.expression);
  out.push({
    kind: 'block',
    span: r.span(node),
    body: [{ kind: 'expression', span: value.span, value }, ...readNested(r, node.statement)],
  });
});
on<ts.BreakStatement>(SyntaxKind.BreakStatement, (r, node, out) => out.push({ kind: 'break', span: r.span(node) }));
on<ts.ContinueStatement>(SyntaxKind.ContinueStatement, (r, node, out) => out.push({ kind: 'continue', span: r.span(node) }));

on<ts.FunctionDeclaration>(SyntaxKind.FunctionDeclaration, readFunctionDeclaration);
on<ts.ClassDeclaration>(SyntaxKind.ClassDeclaration, readClassDeclaration);
on<ts.EnumDeclaration>(SyntaxKind.EnumDeclaration, readEnum);
on<ts.ModuleDeclaration>(SyntaxKind.ModuleDeclaration, readNamespace);
on<ts.InterfaceDeclaration>(SyntaxKind.InterfaceDeclaration, readInterface);
on<ts.TypeAliasDeclaration>(SyntaxKind.TypeAliasDeclaration, readTypeAlias);

on<ts.ImportDeclaration>(SyntaxKind.ImportDeclaration, (r, node) => {
  countSemicolon(r, node);
  readImport(r, node);
});
on<ts.ImportEqualsDeclaration>(SyntaxKind.ImportEqualsDeclaration, readImportEquals);
on<ts.ExportDeclaration>(SyntaxKind.ExportDeclaration, readExportDeclaration);
on<ts.ExportAssignment>(SyntaxKind.ExportAssignment, readExportAssignment);

function on<N extends ts.Node>(kind: ts.SyntaxKind, read: (r: Reader, node: N, out: Statement[]) => void): void {
  table[kind] = read as ReadStatement;
}

function countSemicolon(r: Reader, node: ts.Node): void {
  if (r.text.charCodeAt(node.end - 1) === 0x3b) r.semicolons.with++;
  else r.semicolons.without++;
}

/** The body of `if` and its like: a block is a list of statements, and so is a single one. */
function readNested(r: Reader, node: ts.Statement): Statement[] {
  return readBlock(r, node.kind === Block ? (node as ts.Block).statements : [node]);
}

/** `case` clauses without a body belong to the next one; with `default` among them they are the default. */
function readSwitch(r: Reader, node: ts.SwitchStatement, out: Statement[]): void {
  const subject = r.expression(node.expression);
  const scope = r.names.enter();
  for (const clause of node.caseBlock.clauses) hoist(r, clause.statements);
  const cases: SwitchCase[] = [];
  let open: { start: number; tests: SwitchCase['tests'][number][]; isDefault: boolean } | undefined;
  for (const [i, clause] of node.caseBlock.clauses.entries()) {
    open ??= { start: r.start(clause), tests: [], isDefault: false };
    if (clause.kind === CaseClause) open.tests.push(r.expression(clause.expression));
    else open.isDefault = true;
    if (clause.statements.length === 0 && i < node.caseBlock.clauses.length - 1) continue;
    cases.push({
      tests: open.isDefault ? [] : open.tests,
      body: readAll(r, clause.statements),
      span: r.range(open.start, clause.end),
    });
    open = undefined;
  }
  r.names.leave(scope);
  out.push({ kind: 'switch', span: r.span(node), subject, cases });
}

function readTry(r: Reader, node: ts.TryStatement, out: Statement[]): void {
  const body = readBlock(r, node.tryBlock.statements);
  const handlers = node.catchClause === undefined ? [] : [readCatch(r, node.catchClause)];
  const finalizer = node.finallyBlock === undefined ? [] : readBlock(r, node.finallyBlock.statements);
  out.push({ kind: 'try', span: r.span(node), body, handlers, finalizer });
}

function readCatch(r: Reader, node: ts.CatchClause): TryStatement['handlers'][number] {
  const scope = r.names.enter();
  const name = node.variableDeclaration?.name;
  const bindings: Binding[] = [];
  const before: Statement[] = [];
  // What is thrown is not known, and so nothing is known of its parts.
  if (name !== undefined)
    pushAll(
      readPattern(r, name, undefined, (identifier) => bindings.push(r.declare(identifier, 'catch'))),
      before,
    );
  const body = [...before, ...readBlock(r, node.block.statements)];
  r.names.leave(scope);
  return {
    binding: name?.kind === Identifier ? bindings[0] : undefined,
    types: [],
    body,
    span: r.span(node),
    bodySpan: r.span(node.block),
  };
}

function readFunctionDeclaration(r: Reader, node: ts.FunctionDeclaration, out: Statement[]): void {
  const binding = node.name && r.names.value(r.nameOf(node.name));
  if (node.body === undefined) {
    // An overload or a declaration: there is nothing to run, only what it returns.
    if (binding !== undefined) binding.type = { kind: 'function', span: r.span(node), result: node.type && r.type(node.type) };
  } else {
    const fn = readFunction(r, node);
    if (binding?.kind === 'function') binding.source = { kind: 'function', fn };
    out.push({ kind: 'function', span: fn.span, fn, binding });
    if (binding === undefined && hasModifier(node, DefaultKeyword)) r.exports.push({ name: 'default', span: fn.span, value: fn });
  }
  exportDeclared(r, node, binding);
}

function readClassDeclaration(r: Reader, node: ts.ClassDeclaration, out: Statement[]): void {
  const binding = node.name && r.names.value(r.nameOf(node.name));
  const cls = readClass(r, node);
  if (binding?.kind === 'class') binding.source = { kind: 'class', cls };
  out.push({ kind: 'class', span: cls.span, cls, binding });
  if (binding === undefined && hasModifier(node, DefaultKeyword)) r.exports.push({ name: 'default', span: cls.span, value: cls });
  exportDeclared(r, node, binding);
}

function exportDeclared(r: Reader, node: ts.FunctionDeclaration | ts.ClassDeclaration, binding: Binding | undefined): void {
  if (binding === undefined || node.modifiers === undefined || !hasModifier(node, ExportKeyword)) return;
  const name = hasModifier(node, DefaultKeyword) ? 'default' : binding.name;
  // The signatures of an overloaded function come before it, and would export it again.
  const last = r.exports.at(-1);
  if (last?.name !== name || !('binding' in last) || last.binding !== binding) r.exported(name, binding.span, binding);
}

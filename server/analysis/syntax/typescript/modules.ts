import { SyntaxKind } from '#typescript-parser';
import type ts from 'typescript';
import type { CallExpression, Statement } from '../ir.js';
import { nameOfExport } from './hoist.js';
import { ExportKeyword, hasModifier, type Reader } from './reader.js';
import { entityName } from './types.js';

const { ExternalModuleReference, Identifier, NamedExports, NamespaceExport, StringLiteral } = SyntaxKind;

/** The names of an import are declared before anything is read; this is what is left. */
export function readImport(r: Reader, node: ts.ImportDeclaration): void {
  if (node.moduleSpecifier.kind === StringLiteral) r.requests.add((node.moduleSpecifier as ts.StringLiteral).text);
}

/** `import x = require('y')` is the constant `require('y')`, `import x = A.B` the constant `A.B`. */
export function readImportEquals(r: Reader, node: ts.ImportEqualsDeclaration, out: Statement[]): void {
  const binding = r.names.value(r.nameOf(node.name));
  const reference = node.moduleReference;
  const value = reference.kind === ExternalModuleReference ? requireCall(r, reference) : entityName(r, reference, 'value');
  if (binding === undefined) return;
  binding.source ??= { kind: 'value', value, path: [] };
  if (hasModifier(node, ExportKeyword)) r.exported(binding.name, binding.span, binding);
  out.push({ kind: 'declare', span: r.span(node), bindings: [binding], value });
}

function requireCall(r: Reader, node: ts.ExternalModuleReference): CallExpression {
  const span = r.span(node);
  const argument = r.expression(node.expression);
  if (argument.kind === 'literal' && typeof argument.value === 'string') r.requests.add(argument.value);
  const calleeSpan = r.range(span.start, span.start + 'require'.length);
  return {
    kind: 'call',
    span,
    callee: { kind: 'name', span: calleeSpan, name: 'require', binding: undefined },
    args: [{ value: argument, spread: false, span: argument.span }],
    isNew: false,
    optional: false,
    argsSpan: r.range(node.expression.pos - 1, node.end),
  };
}

/** `export { a as b }`, `export { a } from 'x'`, `export * from 'x'`, `export * as ns from 'x'`. */
export function readExportDeclaration(r: Reader, node: ts.ExportDeclaration): void {
  const clause = node.exportClause;
  const specifier = node.moduleSpecifier;
  if (specifier !== undefined) {
    if (specifier.kind !== StringLiteral) return;
    const from = (specifier as ts.StringLiteral).text;
    r.requests.add(from);
    if (clause === undefined) {
      r.exports.push({ name: '*', span: r.span(node), from, imported: '*' });
    } else if (clause.kind === NamespaceExport) {
      r.exports.push({ name: nameOfExport(r, clause.name), span: r.span(clause.name), from, imported: '*' });
    } else {
      for (const element of clause.elements) {
        r.exports.push({
          name: nameOfExport(r, element.name),
          span: r.span(element.name),
          from,
          imported: nameOfExport(r, element.propertyName ?? element.name),
        });
      }
    }
    return;
  }
  if (clause?.kind !== NamedExports) return;
  for (const element of clause.elements) readLocalExport(r, element);
}

/** A name may stand for a value and a type at once; both are exported. */
function readLocalExport(r: Reader, element: ts.ExportSpecifier): void {
  const local = element.propertyName ?? element.name;
  if (local.kind !== Identifier || local.escapedText === '') return;
  const name = nameOfExport(r, element.name);
  const span = r.span(element.name);
  const localName = r.nameOf(local);
  r.mention(localName);
  const value = r.names.value(localName);
  const type = r.names.pureType(localName);
  if (value !== undefined) r.exported(name, span, value);
  if (type !== undefined) r.exported(name, span, type);
  if (value === undefined && type === undefined)
    r.exports.push({ name, span, value: { kind: 'name', span: r.span(local), name: localName, binding: undefined } });
}

/** `export default value` and `export = value`. */
export function readExportAssignment(r: Reader, node: ts.ExportAssignment, out: Statement[]): void {
  const value = r.expression(node.expression);
  const span = r.span(node);
  if (node.isExportEquals) r.commonJs.exportEquals(value, { span });
  else if (value.kind === 'name' && value.binding !== undefined) {
    r.exports.push({ name: 'default', span, binding: value.binding });
    const type = r.names.pureType(value.name);
    if (type !== undefined) r.exports.push({ name: 'default', span, binding: type });
  } else if (value.kind === 'name' && r.names.pureType(value.name) !== undefined) {
    r.exports.push({ name: 'default', span, binding: r.names.pureType(value.name)! });
  } else r.exports.push({ name: 'default', span, value });
  out.push({ kind: 'expression', span, value });
}

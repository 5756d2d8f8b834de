import { SyntaxKind } from '#typescript-parser';
import type ts from 'typescript';
import type { Expression, TypeNode } from '../ir.js';
import { readCall, readElement, readMember, readNew, readTaggedTemplate, readTemplate } from './calls.js';
import { readClass } from './classes.js';
import { readFunction } from './functions.js';
import { readElementTree } from './jsx.js';
import { readArray, readObject } from './objects.js';
import { nothing, readBinary, readKeywordUnary, readPostfix, readPrefix, readYield } from './operators.js';
import type { Reader, Readers } from './reader.js';

const { ImportKeyword } = SyntaxKind;

type ReadExpression = NonNullable<Readers['expressions'][number]>;

const table: (ReadExpression | undefined)[] = [];

/** How each kind of expression is read. */
export const expressions: Readers['expressions'] = table;

on<ts.Identifier>(SyntaxKind.Identifier, readName);
on<ts.PrivateIdentifier>(SyntaxKind.PrivateIdentifier, (r, node) => ({
  kind: 'name',
  span: r.span(node),
  name: r.nameOf(node),
  binding: undefined,
}));
on<ts.StringLiteral>(SyntaxKind.StringLiteral, (r, node) => ({ kind: 'literal', span: r.span(node), value: node.text }));
on<ts.NoSubstitutionTemplateLiteral>(SyntaxKind.NoSubstitutionTemplateLiteral, (r, node) => ({
  kind: 'literal',
  span: r.span(node),
  value: node.text,
}));
on<ts.NumericLiteral>(SyntaxKind.NumericLiteral, (r, node) => ({ kind: 'literal', span: r.span(node), value: Number(node.text) }));
on<ts.BigIntLiteral>(SyntaxKind.BigIntLiteral, (r, node) => ({ kind: 'literal', span: r.span(node), value: node.text, form: 'bigint' }));
on<ts.RegularExpressionLiteral>(SyntaxKind.RegularExpressionLiteral, (r, node) => {
  const span = r.span(node);
  r.verbatim.push(span.start, span.end);
  return { kind: 'literal', span, value: node.text, form: 'regex' };
});
on<ts.Node>(SyntaxKind.TrueKeyword, (r, node) => ({ kind: 'literal', span: r.span(node), value: true }));
on<ts.Node>(SyntaxKind.FalseKeyword, (r, node) => ({ kind: 'literal', span: r.span(node), value: false }));
on<ts.Node>(SyntaxKind.NullKeyword, (r, node) => ({ kind: 'literal', span: r.span(node), value: null }));
on<ts.Node>(SyntaxKind.OmittedExpression, (r, node) => nothing(r, node.end));
on<ts.TemplateExpression>(SyntaxKind.TemplateExpression, readTemplate);
on<ts.TaggedTemplateExpression>(SyntaxKind.TaggedTemplateExpression, readTaggedTemplate);

on<ts.PropertyAccessExpression>(SyntaxKind.PropertyAccessExpression, readMember);
on<ts.ElementAccessExpression>(SyntaxKind.ElementAccessExpression, readElement);
on<ts.CallExpression>(SyntaxKind.CallExpression, readCall);
on<ts.NewExpression>(SyntaxKind.NewExpression, readNew);
on<ts.Node>(SyntaxKind.ThisKeyword, (r, node) => ({ kind: 'this', span: r.span(node) }));
on<ts.Node>(SyntaxKind.SuperKeyword, (r, node) => ({ kind: 'super', span: r.span(node) }));
on<ts.Node>(SyntaxKind.ImportKeyword, (r, node) => ({ kind: 'name', span: r.span(node), name: 'import', binding: undefined }));
on<ts.MetaProperty>(SyntaxKind.MetaProperty, readMetaProperty);

on<ts.ObjectLiteralExpression>(SyntaxKind.ObjectLiteralExpression, readObject);
on<ts.ArrayLiteralExpression>(SyntaxKind.ArrayLiteralExpression, readArray);
on<ts.FunctionExpression>(SyntaxKind.FunctionExpression, readFunction);
on<ts.ArrowFunction>(SyntaxKind.ArrowFunction, readFunction);
on<ts.ClassExpression>(SyntaxKind.ClassExpression, readClass);

on<ts.BinaryExpression>(SyntaxKind.BinaryExpression, readBinary);
on<ts.PrefixUnaryExpression>(SyntaxKind.PrefixUnaryExpression, readPrefix);
on<ts.PostfixUnaryExpression>(SyntaxKind.PostfixUnaryExpression, readPostfix);
on<ts.TypeOfExpression>(SyntaxKind.TypeOfExpression, readKeywordUnary('typeof'));
on<ts.VoidExpression>(SyntaxKind.VoidExpression, readKeywordUnary('void'));
on<ts.DeleteExpression>(SyntaxKind.DeleteExpression, readKeywordUnary('delete'));
on<ts.AwaitExpression>(SyntaxKind.AwaitExpression, readKeywordUnary('await'));
on<ts.YieldExpression>(SyntaxKind.YieldExpression, readYield);
on<ts.ConditionalExpression>(SyntaxKind.ConditionalExpression, (r, node) => ({
  kind: 'conditional',
  span: r.span(node),
  test: r.expression(node.condition),
  whenTrue: r.expression(node.whenTrue),
  whenFalse: r.expression(node.whenFalse),
}));

on<ts.JsxElement>(SyntaxKind.JsxElement, readElementTree);
on<ts.JsxSelfClosingElement>(SyntaxKind.JsxSelfClosingElement, readElementTree);
on<ts.JsxFragment>(SyntaxKind.JsxFragment, readElementTree);

// What only wraps an expression is left out.
for (const kind of [
  SyntaxKind.ParenthesizedExpression,
  SyntaxKind.NonNullExpression,
  SyntaxKind.ExpressionWithTypeArguments,
  SyntaxKind.SpreadElement,
]) {
  on<ts.ParenthesizedExpression>(kind, (r, node) => r.expression(node.expression));
}

// What a type is stated of keeps it, where that can tell what it is.
for (const kind of [SyntaxKind.AsExpression, SyntaxKind.SatisfiesExpression, SyntaxKind.TypeAssertionExpression]) {
  on<ts.AsExpression>(kind, (r, node) => {
    const value = r.expression(node.expression);
    if ((value.kind !== 'object' && value.kind !== 'array' && value.kind !== 'call') || isConst(node.type)) return value;
    // It stays the same object: calls are known by it.
    (value as { asserted?: TypeNode }).asserted = r.type(node.type);
    return value;
  });
}

/** `as const` states no type. */
function isConst(node: ts.TypeNode): boolean {
  const name = node.kind === SyntaxKind.TypeReference ? (node as ts.TypeReferenceNode).typeName : undefined;
  return name?.kind === SyntaxKind.Identifier && name.escapedText === 'const';
}

function on<N extends ts.Node>(kind: ts.SyntaxKind, read: (r: Reader, node: N) => Expression): void {
  table[kind] = read as ReadExpression;
}

function readName(r: Reader, node: ts.Identifier): Expression {
  // The parser puts an empty name where an expression is missing.
  if (node.escapedText === '') return r.opaque(node, []);
  const name = r.name(node);
  return name.name === 'undefined' && name.binding === undefined ? { kind: 'literal', span: name.span, value: undefined } : name;
}

/** `import.meta` is a member of the name that `import()` calls. */
function readMetaProperty(r: Reader, node: ts.MetaProperty): Expression {
  if (node.keywordToken !== ImportKeyword) return r.opaque(node, []);
  const start = r.start(node);
  const object: Expression = { kind: 'name', span: r.range(start, start + 'import'.length), name: 'import', binding: undefined };
  // `import.defer('x')` and `import.source('x')` load a module too.
  if (node.name.escapedText !== 'meta') return object;
  return { kind: 'member', span: r.span(node), object, property: 'meta', propertySpan: r.span(node.name), optional: false };
}

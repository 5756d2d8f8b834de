import { SyntaxKind } from '#typescript-parser';
import type ts from 'typescript';
import type { Expression, MemberExpression, NameExpression, Owner, TypedParameter, TypeMember, TypeNode } from '../ir.js';
import type { Reader, Readers } from './reader.js';

const {
  ComputedPropertyName,
  GetAccessor,
  Identifier,
  LiteralType,
  MethodSignature,
  PrivateIdentifier,
  PropertySignature,
  QualifiedName,
  ReadonlyKeyword,
} = SyntaxKind;

type ReadType = NonNullable<Readers['types'][number]>;

const table: (ReadType | undefined)[] = [];

/** How each kind of written type is read; what is not here is `other`. */
export const types: Readers['types'] = table;

on<ts.TypeReferenceNode>(SyntaxKind.TypeReference, (r, node) => ({
  kind: 'reference',
  span: r.span(node),
  name: entityName(r, node.typeName, 'type'),
  args: node.typeArguments?.map((type) => r.type(type)) ?? none,
}));
on<ts.ExpressionWithTypeArguments>(SyntaxKind.ExpressionWithTypeArguments, (r, node) => {
  const name = r.expression(node.expression);
  if (name.kind !== 'name' && name.kind !== 'member') return { kind: 'other', span: r.span(node) };
  // A name in `implements` and in `extends` of an interface is a type first.
  const typed = name.kind === 'name' ? { ...name, binding: r.names.type(name.name) } : name;
  return { kind: 'reference', span: r.span(node), name: typed, args: node.typeArguments?.map((type) => r.type(type)) ?? none };
});
on<ts.TypeLiteralNode>(SyntaxKind.TypeLiteral, (r, node) => ({
  kind: 'members',
  span: r.span(node),
  members: readMembers(r, node.members),
  bases: none,
}));
on<ts.UnionTypeNode>(SyntaxKind.UnionType, (r, node) => ({
  kind: 'union',
  span: r.span(node),
  options: node.types.map((type) => r.type(type)),
}));
on<ts.IntersectionTypeNode>(SyntaxKind.IntersectionType, (r, node) => ({
  kind: 'intersection',
  span: r.span(node),
  options: node.types.map((type) => r.type(type)),
}));
on<ts.ArrayTypeNode>(SyntaxKind.ArrayType, (r, node) => ({ kind: 'array', span: r.span(node), item: r.type(node.elementType) }));
on<ts.TupleTypeNode>(SyntaxKind.TupleType, (r, node) => {
  const span = r.span(node);
  const options = node.elements.map((type) => r.type(type));
  return { kind: 'array', span, item: options.length === 1 ? options[0]! : { kind: 'union', span, options } };
});
on<ts.FunctionTypeNode>(SyntaxKind.FunctionType, (r, node) => ({
  kind: 'function',
  span: r.span(node),
  parameters: readTypedParameters(r, node.parameters),
  result: node.type && r.type(node.type),
}));
on<ts.IndexedAccessTypeNode>(SyntaxKind.IndexedAccessType, (r, node) => {
  const key = r.type(node.indexType);
  const of = r.type(node.objectType);
  return key.kind === 'literal' && typeof key.value === 'string'
    ? { kind: 'part', span: r.span(node), of, key: key.value }
    : { kind: 'other', span: r.span(node) };
});
on<ts.TypeQueryNode>(SyntaxKind.TypeQuery, (r, node) => ({
  kind: 'query',
  span: r.span(node),
  value: entityName(r, node.exprName, 'value'),
}));
on<ts.ImportTypeNode>(SyntaxKind.ImportType, (r, node) => ({ kind: 'query', span: r.span(node), value: importType(r, node) }));
on<ts.LiteralTypeNode>(SyntaxKind.LiteralType, (r, node) => {
  const value = r.expression(node.literal);
  if (value.kind === 'literal') return { kind: 'literal', span: value.span, value: value.value };
  if (value.kind === 'unary' && value.operator === '-' && value.operand.kind === 'literal')
    return { kind: 'literal', span: value.span, value: -Number(value.operand.value) };
  return { kind: 'other', span: value.span };
});
on<ts.ParenthesizedTypeNode>(SyntaxKind.ParenthesizedType, (r, node) => r.type(node.type));
on<ts.RestTypeNode>(SyntaxKind.RestType, (r, node) => r.type(node.type));
on<ts.OptionalTypeNode>(SyntaxKind.OptionalType, (r, node) => r.type(node.type));
on<ts.NamedTupleMember>(SyntaxKind.NamedTupleMember, (r, node) => r.type(node.type));
on<ts.TypeOperatorNode>(SyntaxKind.TypeOperator, (r, node) =>
  node.operator === ReadonlyKeyword ? r.type(node.type) : { kind: 'other', span: r.span(node) },
);
on<ts.Node>(SyntaxKind.UndefinedKeyword, (r, node) => ({ kind: 'literal', span: r.span(node), value: undefined }));
keyword('string', SyntaxKind.StringKeyword);
keyword('number', SyntaxKind.NumberKeyword);
keyword('boolean', SyntaxKind.BooleanKeyword);
keyword('bigint', SyntaxKind.BigIntKeyword);
keyword('symbol', SyntaxKind.SymbolKeyword);
keyword('object', SyntaxKind.ObjectKeyword);
keyword('void', SyntaxKind.VoidKeyword);
keyword('never', SyntaxKind.NeverKeyword);
keyword('any', SyntaxKind.AnyKeyword);
keyword('unknown', SyntaxKind.UnknownKeyword);

const none: readonly never[] = [];

function on<N extends ts.Node>(kind: ts.SyntaxKind, read: (r: Reader, node: N) => TypeNode): void {
  table[kind] = read as ReadType;
}

/** `string` and its like are global names. */
function keyword(name: string, kind: ts.SyntaxKind): void {
  on<ts.Node>(kind, (r, node) => {
    const span = r.span(node);
    return { kind: 'reference', span, name: { kind: 'name', span, name, binding: undefined }, args: [] };
  });
}

/** Members of an interface or type literal that have a name. */
export function readMembers(r: Reader, nodes: readonly ts.TypeElement[]): TypeMember[] {
  const members: TypeMember[] = [];
  for (const node of nodes) {
    const name = node.name && memberName(r, node.name);
    if (name === undefined) continue;
    members.push({ name, type: memberType(r, node), optional: node.questionToken !== undefined });
  }
  return members;
}

function memberType(r: Reader, node: ts.TypeElement): TypeNode | undefined {
  switch (node.kind) {
    case PropertySignature:
    case GetAccessor: {
      const { type } = node as ts.PropertySignature;
      return type && r.type(type);
    }
    case MethodSignature: {
      const { type, parameters } = node as ts.MethodSignature;
      return { kind: 'function', span: r.span(node), parameters: readTypedParameters(r, parameters), result: type && r.type(type) };
    }
    default:
      return undefined;
  }
}

function readTypedParameters(r: Reader, nodes: readonly ts.ParameterDeclaration[]): readonly TypedParameter[] {
  return nodes.map((node) => ({
    ...(node.name.kind === Identifier ? { name: r.nameOf(node.name) } : {}),
    ...(node.type === undefined ? {} : { type: r.type(node.type) }),
  }));
}

function memberName(r: Reader, node: ts.PropertyName): string | undefined {
  if (node.kind === Identifier || node.kind === PrivateIdentifier) return r.nameOf(node);
  return node.kind === ComputedPropertyName ? undefined : node.text;
}

/** Type parameters hide types of the same name; what they extend is all that is known of them. */
export function declareTypeParameters(r: Reader, nodes: readonly ts.TypeParameterDeclaration[] | undefined, owner: Owner = r.owner): void {
  if (nodes === undefined) return;
  const bindings = nodes.map((node) => (node.name.escapedText === '' ? undefined : r.declare(node.name, 'type', owner)));
  for (const [i, node] of nodes.entries()) {
    const binding = bindings[i];
    if (binding !== undefined && node.constraint !== undefined) binding.source = { kind: 'type', type: r.type(node.constraint) };
  }
}

/** `A.B.C` as it stands in a type or in `import X = A.B.C`. The first name of a longer one is a value. */
export function entityName(r: Reader, node: ts.EntityName, space: 'type' | 'value'): NameExpression | MemberExpression {
  if (node.kind === Identifier) {
    const name = r.nameOf(node);
    r.mention(name);
    return { kind: 'name', span: r.span(node), name, binding: space === 'type' ? r.names.type(name) : r.names.value(name) };
  }
  const property = r.nameOf(node.right);
  r.mention(property);
  const object = entityName(r, node.left, 'value');
  // A first name that is missing stands in front of the white space before the dot.
  const span = r.range(object.span.start, node.end);
  return { kind: 'member', span, object, property, propertySpan: r.span(node.right), optional: false };
}

/** `import('x').Y` as the member of a loaded module. */
function importType(r: Reader, node: ts.ImportTypeNode): Expression {
  const span = r.span(node);
  const end = node.argument.end;
  const argument =
    node.argument.kind === LiteralType ? r.expression((node.argument as ts.LiteralTypeNode).literal) : r.opaque(node.argument, []);
  if (argument.kind === 'literal' && typeof argument.value === 'string') r.requests.add(argument.value);
  const callee: NameExpression = { kind: 'name', span: r.range(span.start, span.start), name: 'import', binding: undefined };
  const start: Expression = {
    kind: 'call',
    span: r.range(span.start, end),
    callee,
    args: [{ value: argument, spread: false, span: argument.span }],
    isNew: false,
    optional: false,
    argsSpan: r.range(argument.span.start, end),
  };
  const names: ts.Identifier[] = [];
  let at = node.qualifier;
  while (at?.kind === QualifiedName) {
    names.unshift(at.right);
    at = at.left;
  }
  if (at !== undefined) names.unshift(at);
  return names.reduce<Expression>((object, name) => {
    const property = r.nameOf(name);
    r.mention(property);
    return { kind: 'member', span: r.range(span.start, name.end), object, property, propertySpan: r.span(name), optional: false };
  }, start);
}

import { SyntaxKind } from '#typescript-parser';
import type ts from 'typescript';
import type { ClassMember, ClassNode, TypeNode } from '../ir.js';
import { readDecorators, readFunction, readStaticBlock } from './functions.js';
import { Mentions } from '../mentions.js';
import type { Draft } from './names.js';
import { readKey } from './objects.js';
import { hasModifier, type Reader } from './reader.js';
import { declareTypeParameters } from './types.js';

const {
  ClassExpression,
  ClassStaticBlockDeclaration,
  Constructor,
  ExtendsKeyword,
  GetAccessor,
  Identifier,
  MethodDeclaration,
  OverrideKeyword,
  PrivateIdentifier,
  PrivateKeyword,
  PropertyDeclaration,
  ProtectedKeyword,
  PublicKeyword,
  ReadonlyKeyword,
  SetAccessor,
  StaticKeyword,
} = SyntaxKind;

/** Reads a class; its methods and fields are owned by it. */
export function readClass(r: Reader, node: ts.ClassLikeDeclaration): ClassNode {
  const identifier = node.name !== undefined && node.name.escapedText !== '' ? node.name : undefined;
  const { owner } = r;
  const scope = r.names.enter();
  const mentioned = r.mentioned;
  const cls: Draft<ClassNode> = {
    kind: 'class',
    span: r.span(node),
    name: identifier && r.nameOf(identifier),
    nameSpan: identifier && r.span(identifier),
    base: undefined,
    implements: [],
    members: [],
    decorators: readDecorators(r, node),
    outer: owner,
    mentions: noNames,
  };
  if (node.kind === ClassExpression && identifier !== undefined) r.declare(identifier, 'class', cls).source = { kind: 'class', cls };
  declareTypeParameters(r, node.typeParameters, cls);
  for (const clause of node.heritageClauses ?? []) {
    if (clause.token === ExtendsKeyword) cls.base ??= clause.types[0] && r.expression(clause.types[0].expression);
    else cls.implements = clause.types.map((type) => r.type(type));
  }
  r.owner = cls;
  cls.members = readMembers(r, node.members);
  cls.mentions = r.mentionsSince(mentioned);
  r.owner = owner;
  r.names.leave(scope);
  return cls;
}

const noNames = new Mentions([], 0, 0);

function readMembers(r: Reader, nodes: readonly ts.ClassElement[]): ClassMember[] {
  const members: ClassMember[] = [];
  for (const node of nodes) {
    switch (node.kind) {
      case PropertyDeclaration:
        members.push(readField(r, node as ts.PropertyDeclaration));
        break;
      case MethodDeclaration:
        members.push(readMethod(r, node as ts.MethodDeclaration, 'method'));
        break;
      case GetAccessor:
        members.push(readMethod(r, node as ts.GetAccessorDeclaration, 'getter'));
        break;
      case SetAccessor:
        members.push(readMethod(r, node as ts.SetAccessorDeclaration, 'setter'));
        break;
      case Constructor:
        readConstructor(r, node as ts.ConstructorDeclaration, members);
        break;
      case ClassStaticBlockDeclaration:
        members.push({
          kind: 'block',
          span: r.span(node),
          static: true,
          value: readStaticBlock(r, node as ts.ClassStaticBlockDeclaration),
        });
        break;
    }
  }
  return withoutOverloads(members);
}

function readField(r: Reader, node: ts.PropertyDeclaration): ClassMember {
  const { name, nameSpan } = memberName(r, node.name);
  const decorators = readDecorators(r, node);
  return {
    kind: 'field',
    span: r.span(node),
    name,
    nameSpan,
    static: hasModifier(node, StaticKeyword),
    type: node.type && r.type(node.type),
    value: node.initializer && r.expression(node.initializer),
    ...(decorators.length === 0 ? {} : { decorators }),
    ...(node.name.kind === PrivateIdentifier || isClosed(node) ? { closed: true } : {}),
  };
}

/** Nobody outside may assign it. */
function isClosed({ modifiers }: ts.PropertyDeclaration | ts.ParameterDeclaration): boolean {
  return modifiers?.some(({ kind }) => closing.has(kind)) ?? false;
}

const closing: ReadonlySet<ts.SyntaxKind> = new Set([PrivateKeyword, ProtectedKeyword, ReadonlyKeyword]);

function readMethod(r: Reader, node: ts.MethodDeclaration | ts.AccessorDeclaration, kind: 'method' | 'getter' | 'setter'): ClassMember {
  const { name, nameSpan } = memberName(r, node.name);
  const member = { kind, span: r.span(node), name, nameSpan, static: hasModifier(node, StaticKeyword) };
  if (node.body !== undefined) return { ...member, value: readFunction(r, node, name), type: undefined };
  // An abstract method, or one of a declaration file: only what it returns is known.
  const result = node.type && r.type(node.type);
  const type: TypeNode | undefined = kind === 'getter' ? result : { kind: 'function', span: member.span, result };
  return { ...member, value: undefined, type };
}

function readConstructor(r: Reader, node: ts.ConstructorDeclaration, members: ClassMember[]): void {
  if (node.body === undefined) return;
  const value = readFunction(r, node, 'constructor');
  for (const [index, parameter] of node.parameters.entries()) {
    if (parameter.name.kind !== Identifier || !isParameterProperty(parameter)) continue;
    const { type } = value.parameters[index]!;
    members.push({
      kind: 'field',
      span: r.span(parameter),
      name: r.nameOf(parameter.name),
      nameSpan: r.span(parameter.name),
      static: false,
      type,
      parameterIndex: index,
      ...(isClosed(parameter) ? { closed: true } : {}),
    });
  }
  members.push({ kind: 'constructor', span: r.span(node), name: 'constructor', static: false, value });
}

function isParameterProperty(parameter: ts.ParameterDeclaration): boolean {
  return parameter.modifiers?.some((modifier) => propertyModifiers.has(modifier.kind)) ?? false;
}

const propertyModifiers: ReadonlySet<ts.SyntaxKind> = new Set([
  PublicKeyword,
  ProtectedKeyword,
  PrivateKeyword,
  ReadonlyKeyword,
  OverrideKeyword,
]);

/** A computed name is no name, but is read for what it mentions. */
function memberName(r: Reader, node: ts.PropertyName): Pick<ClassMember, 'name' | 'nameSpan'> {
  const key = readKey(r, node);
  return typeof key === 'string' ? { name: key, nameSpan: r.span(node) } : { name: undefined, nameSpan: undefined };
}

/** An overload is followed by its implementation. */
function withoutOverloads(members: readonly ClassMember[]): ClassMember[] {
  return members.filter((member, i) => {
    if (member.kind !== 'method' || member.value !== undefined || member.name === undefined) return true;
    const next = members[i + 1];
    return next?.name !== member.name || next.kind !== 'method';
  });
}

import { SyntaxKind } from '#typescript-parser';
import type ts from 'typescript';
import type { ArrayExpression, Expression, MemberExpression, ObjectEntry, ObjectExpression } from '../ir.js';
import { readFunction } from './functions.js';
import { addWrite } from './names.js';
import type { Reader } from './reader.js';

const {
  ComputedPropertyName,
  GetAccessor,
  Identifier,
  MethodDeclaration,
  PrivateIdentifier,
  PropertyAssignment,
  SetAccessor,
  ShorthandPropertyAssignment,
  SpreadAssignment,
  SpreadElement,
} = SyntaxKind;

export function readObject(r: Reader, node: ts.ObjectLiteralExpression): ObjectExpression {
  return { kind: 'object', span: r.span(node), entries: node.properties.map((property) => readEntry(r, property)) };
}

export function readArray(r: Reader, node: ts.ArrayLiteralExpression): ArrayExpression {
  const items = node.elements.map((element) => {
    const spread = element.kind === SpreadElement;
    return { value: r.expression(spread ? (element as ts.SpreadElement).expression : element), spread };
  });
  return { kind: 'array', span: r.span(node), items };
}

/** `[Symbol.iterator]`, which the language itself asks for. */
function isSymbol({ object, property }: MemberExpression): boolean {
  return object.kind === 'name' && object.name === 'Symbol' && object.binding === undefined && typeof property === 'string';
}

/** The key of a property: its text, or the expression that computes it. */
export function readKey(r: Reader, node: ts.PropertyName): string | Expression {
  switch (node.kind) {
    case Identifier:
    case PrivateIdentifier:
      return r.nameOf(node);
    case ComputedPropertyName: {
      const key = r.expression(node.expression);
      if (key.kind === 'member' && isSymbol(key)) return `Symbol.${key.property as string}`;
      return key.kind === 'literal' && key.form === undefined ? String(key.value) : key;
    }
    default:
      return node.text;
  }
}

function readEntry(r: Reader, node: ts.ObjectLiteralElementLike): ObjectEntry {
  const span = r.span(node);
  switch (node.kind) {
    case PropertyAssignment: {
      const key = readKey(r, node.name);
      return { kind: 'entry', key, keySpan: r.span(node.name), value: r.expression(node.initializer), span, shorthand: false };
    }
    case ShorthandPropertyAssignment: {
      const name = r.name(node.name);
      return { kind: 'entry', key: name.name, keySpan: name.span, value: withDefault(r, name, node), span, shorthand: true };
    }
    case SpreadAssignment:
      return { kind: 'spread', value: r.expression(node.expression), span };
    case MethodDeclaration: {
      const key = readKey(r, node.name);
      const value = readFunction(r, node, typeof key === 'string' ? key : undefined);
      return { kind: 'entry', key, keySpan: r.span(node.name), value, span, shorthand: false };
    }
    case GetAccessor:
    case SetAccessor: {
      const key = readKey(r, node.name);
      const value = readFunction(r, node, typeof key === 'string' ? key : undefined);
      return { kind: 'accessor', key, keySpan: r.span(node.name), value, span, set: node.kind === SetAccessor };
    }
  }
}

/** `({ a = 1 } = x)` is an assignment with a default, written as an object. */
function withDefault(r: Reader, name: Expression & { readonly kind: 'name' }, node: ts.ShorthandPropertyAssignment): Expression {
  const initialiser = node.objectAssignmentInitializer;
  if (initialiser === undefined) return name;
  const value = r.expression(initialiser);
  if (name.binding !== undefined) addWrite(name.binding, { operator: '=', value, path: [], span: name.span, within: r.within });
  return { kind: 'assign', span: r.range(name.span.start, value.span.end), operator: '=', target: name, value };
}

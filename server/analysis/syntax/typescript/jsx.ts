import { SyntaxKind } from '#typescript-parser';
import type ts from 'typescript';
import type { Expression } from '../ir.js';
import type { Reader } from './reader.js';

const { Identifier, JsxElement, JsxExpression, JsxNamespacedName, JsxSelfClosingElement, JsxSpreadAttribute, JsxText, StringLiteral } =
  SyntaxKind;

/** An element has no meaning of its own; its component, its attributes and its children are visited. */
export function readElementTree(r: Reader, node: ts.JsxElement | ts.JsxSelfClosingElement | ts.JsxFragment): Expression {
  const children: Expression[] = [];
  if (node.kind === JsxElement) opening(r, node.openingElement, children);
  else if (node.kind === JsxSelfClosingElement) opening(r, node, children);
  if (node.kind !== JsxSelfClosingElement) for (const child of node.children) readChild(r, child, children);
  return r.opaque(node, children);
}

function opening(r: Reader, node: ts.JsxOpeningLikeElement, out: Expression[]): void {
  if (!isIntrinsic(node.tagName)) out.push(r.expression(node.tagName));
  for (const attribute of node.attributes.properties) {
    if (attribute.kind === JsxSpreadAttribute) out.push(r.expression(attribute.expression));
    else if (attribute.initializer !== undefined) readChild(r, attribute.initializer, out);
  }
}

function readChild(r: Reader, node: ts.JsxChild | ts.JsxAttributeValue, out: Expression[]): void {
  switch (node.kind) {
    case JsxText:
      r.verbatim.push(node.pos, node.end);
      break;
    case StringLiteral:
      r.verbatim.push(r.start(node), node.end);
      out.push(r.expression(node));
      break;
    case JsxExpression:
      if (node.expression !== undefined) out.push(r.expression(node.expression));
      break;
    default:
      out.push(r.expression(node));
  }
}

/** `<div>` and `<svg:path>` name no value. */
function isIntrinsic(name: ts.JsxTagNameExpression): boolean {
  if (name.kind === JsxNamespacedName) return true;
  if (name.kind !== Identifier) return false;
  const first = (name.escapedText as string).charCodeAt(0);
  return first >= 0x61 && first <= 0x7a;
}

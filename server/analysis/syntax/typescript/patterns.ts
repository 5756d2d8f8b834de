import { SyntaxKind } from '#typescript-parser';
import type ts from 'typescript';
import type { Expression, PathStep } from '../ir.js';
import { addWrite, noteChange } from './names.js';
import type { Reader } from './reader.js';

const {
  ArrayBindingPattern,
  BindingElement,
  ComputedPropertyName,
  Identifier,
  NoSubstitutionTemplateLiteral,
  NumericLiteral,
  ObjectBindingPattern,
  StringLiteral,
} = SyntaxKind;

/**
 * One name of a destructuring pattern. Without a path, a computed key stands on the way to it: where its value
 * comes from is not known.
 */
export type Leaf = (name: ts.Identifier, path: readonly PathStep[] | undefined, fallback: Expression | undefined) => void;

/**
 * Calls `leaf` for each name of a binding pattern in source order. Answers the expressions of the pattern that no
 * leaf has: computed keys, and defaults of inner patterns. They are evaluated too.
 */
export function readPattern(r: Reader, name: ts.BindingName, fallback: Expression | undefined, leaf: Leaf): readonly Expression[] {
  if (name.kind === Identifier) {
    if (name.escapedText !== '') leaf(name, none, fallback);
    return none;
  }
  const others: Expression[] = [];
  visit(name, none, fallback);
  return others;

  function visit(target: ts.BindingName, path: readonly PathStep[] | undefined, otherwise: Expression | undefined): void {
    switch (target.kind) {
      case Identifier:
        if (target.escapedText !== '') leaf(target, path, otherwise);
        break;
      case ObjectBindingPattern:
        objectPattern(target, path);
        break;
      case ArrayBindingPattern:
        arrayPattern(target, path);
        break;
    }
  }

  function objectPattern(pattern: ts.ObjectBindingPattern, path: readonly PathStep[] | undefined): void {
    const taken: string[] = [];
    for (const element of pattern.elements) {
      const key = element.dotDotDotToken === undefined ? keyOf(element) : { rest: [...taken] };
      if (typeof key === 'string') taken.push(key);
      readElement(element, key === undefined ? undefined : path && [...path, key]);
    }
  }

  function arrayPattern(pattern: ts.ArrayBindingPattern, path: readonly PathStep[] | undefined): void {
    for (const [index, element] of pattern.elements.entries()) {
      if (element.kind !== BindingElement) continue;
      const step = element.dotDotDotToken === undefined ? index : { rest: Array.from({ length: index }, (_, i) => String(i)) };
      readElement(element, path && [...path, step]);
    }
  }

  function readElement(element: ts.BindingElement, path: readonly PathStep[] | undefined): void {
    const otherwise = element.initializer && r.expression(element.initializer);
    if (otherwise !== undefined && element.name.kind !== Identifier) others.push(otherwise);
    visit(element.name, path, otherwise);
  }

  /** The name of the property that an element takes; `undefined` when it is computed. */
  function keyOf(element: ts.BindingElement): string | undefined {
    const key = element.propertyName ?? element.name;
    switch (key.kind) {
      case Identifier: {
        const text = r.nameOf(key);
        r.mention(text);
        return text;
      }
      case StringLiteral:
      case NoSubstitutionTemplateLiteral:
      case NumericLiteral:
        return key.text;
      case ComputedPropertyName: {
        const computed = r.expression(key.expression);
        if (computed.kind === 'literal' && computed.form === undefined) return String(computed.value);
        others.push(computed);
        return undefined;
      }
      default:
        return undefined;
    }
  }
}

const none: readonly never[] = [];

/**
 * Records an assignment at every name and member that its target holds; the target is an array or object literal
 * when the assignment destructures.
 */
export function recordAssignment(
  r: Pick<Reader, 'within' | 'range'>,
  target: Expression,
  operator: string,
  value: Expression,
  path: readonly PathStep[],
): void {
  switch (target.kind) {
    case 'name':
      if (target.binding !== undefined) addWrite(target.binding, { operator, value, path, span: target.span, within: r.within });
      break;
    case 'member': {
      const { object, property } = target;
      if (object.kind !== 'member' && (object.kind !== 'name' || object.binding === undefined)) break;
      const set = path.length === 0 ? value : unknownPart(value);
      noteChange(object, {
        kind: 'set',
        key: property,
        value: operator === '=' ? set : combined(r, target, operator, set),
        within: r.within,
      });
      break;
    }
    case 'assign':
      // A default: `[a = 1] = list`. Reading it has recorded the default already.
      recordAssignment(r, target.target, operator, value, path);
      break;
    case 'array':
      for (const [index, item] of target.items.entries()) {
        const step = item.spread ? { rest: Array.from({ length: index }, (_, i) => String(i)) } : index;
        recordAssignment(r, item.value, operator, value, [...path, step]);
      }
      break;
    case 'object': {
      const taken: string[] = [];
      for (const entry of target.entries) {
        if (entry.kind === 'spread') recordAssignment(r, entry.value, operator, value, [...path, { rest: taken }]);
        else if (entry.kind === 'entry' && typeof entry.key === 'string') {
          recordAssignment(r, entry.value, operator, value, [...path, entry.key]);
          taken.push(entry.key);
        } else if (entry.kind === 'entry') recordAssignment(r, entry.value, operator, unknownPart(value), []);
      }
      break;
    }
  }
}

/** A part of a value that cannot be named. */
function unknownPart(value: Expression): Expression {
  return { kind: 'opaque', span: value.span, children: [value] };
}

/** What `x.y += v` puts into `x.y`. */
function combined(r: Pick<Reader, 'range'>, target: Expression, operator: string, value: Expression): Expression {
  return {
    kind: 'binary',
    span: r.range(target.span.start, value.span.end),
    operator: operator.slice(0, -1),
    left: target,
    right: value,
  };
}

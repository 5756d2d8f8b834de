/** Text that an expression is known to have, inside one module. */
import type { Expression, LiteralExpression, TemplateExpression } from '../syntax/ir.js';
import { lastName } from '../syntax/last-name.js';

export interface Constant {
  /** Unknown parts are replaced by {@link hole}. */
  readonly text: string;
  /** The literal or template that holds the text, for highlighting. */
  readonly literal: Expression;
}

/** Stands for what is not known; no secret and no host holds it. */
export const hole = '\u0000';

/** Bounds one question: code can be written whose text doubles with every line. */
interface Budget {
  left: number;
}

const deepest = 6;

/** Follows constants, properties of literal objects, `+` and templates. `undefined` when nothing of it is known. */
export function constantText(node: Expression): Constant | undefined {
  return textOf(node, 0, { left: 2000 });
}

/** Value of a property of an object literal, also through a constant. */
export function property(node: Expression | undefined, key: string, depth = 0): Expression | undefined {
  const object = node === undefined ? undefined : objectOf(node, depth);
  if (object === undefined || object.entries.some((entry) => entry.kind === 'spread')) return undefined;
  const entry = object.entries.findLast((one) => one.kind === 'entry' && one.key === key);
  return entry?.kind === 'entry' ? entry.value : undefined;
}

/** The object literal that an expression is, also through a constant and `Object.freeze`. */
export function objectOf(node: Expression, depth = 0): Extract<Expression, { kind: 'object' }> | undefined {
  if (depth > deepest) return undefined;
  if (node.kind === 'object') return node;
  if (node.kind === 'call' && lastName(node.callee) === 'freeze' && node.args[0] !== undefined)
    return objectOf(node.args[0].value, depth + 1);
  const source = node.kind === 'name' && node.binding?.writes.length === 0 ? node.binding.source : undefined;
  return source?.kind === 'value' && source.path.length === 0 ? objectOf(source.value, depth + 1) : undefined;
}

function textOf(node: Expression, depth: number, budget: Budget): Constant | undefined {
  budget.left -= 1;
  if (depth > deepest || budget.left < 0) return undefined;
  switch (node.kind) {
    case 'literal':
      return ownText(node);
    case 'template':
      return node.tag === undefined ? { text: templateText(node, depth, budget), literal: node } : undefined;
    case 'binary':
      return node.operator === '+' ? sum(node, depth, budget) : undefined;
    case 'name': {
      const source = node.binding?.source;
      if (source?.kind !== 'value' || (node.binding?.writes.length ?? 0) > 0 || source.fallback !== undefined) return undefined;
      const value = source.path.reduce<Expression | undefined>(
        (at, step) => (typeof step === 'string' ? property(at, step, depth) : undefined),
        source.value,
      );
      return value === undefined ? undefined : textOf(value, depth + 1, budget);
    }
    case 'member': {
      const value = typeof node.property === 'string' ? property(node.object, node.property, depth) : undefined;
      return value === undefined ? undefined : textOf(value, depth + 1, budget);
    }
    case 'call':
      return wrapped(node, depth, budget);
    default:
      return undefined;
  }
}

function ownText(node: LiteralExpression): Constant | undefined {
  return typeof node.value === 'string' && node.form === undefined ? { text: node.value, literal: node } : undefined;
}

function templateText(node: TemplateExpression, depth: number, budget: Budget): string {
  const holeText = (index: number): string => {
    const inner = node.holes[index];
    return (inner === undefined ? undefined : textOf(inner, depth + 1, budget)?.text) ?? hole;
  };
  return node.texts.map((text, index) => (index === 0 ? text : holeText(index - 1) + text)).join('');
}

/** A chain of `+` may be thousands of links long, so it is walked, not descended. */
function sum(node: Extract<Expression, { kind: 'binary' }>, depth: number, budget: Budget): Constant | undefined {
  const texts: string[] = [];
  let known = false;
  const add = (part: Expression): void => {
    const text = textOf(part, depth + 1, budget)?.text;
    known ||= text !== undefined;
    texts.push(text ?? hole);
  };
  let at: Expression = node;
  while (at.kind === 'binary' && at.operator === '+') {
    add(at.right);
    at = at.left;
  }
  add(at);
  return known ? { text: texts.reverse().join(''), literal: node } : undefined;
}

/** `new URL('https://…')` and `String('…')` hold their argument's text. */
function wrapped(node: Extract<Expression, { kind: 'call' }>, depth: number, budget: Budget): Constant | undefined {
  const name = node.callee.kind === 'name' && node.callee.binding === undefined ? node.callee.name : undefined;
  const [first] = node.args;
  if (first === undefined || first.spread || !(name === 'String' || (name === 'URL' && node.isNew && node.args.length === 1)))
    return undefined;
  return textOf(first.value, depth + 1, budget);
}

import type { BinaryExpression, Expression, UnaryExpression } from '../syntax/ir.js';
import type { Env } from './env.js';
import { joinText } from './literals.js';
import { mayBeAwaitable } from './awaitable.js';
import { awaited } from './awaiting.js';
import { answerOf, operated, protocolsFor } from './protocols.js';
import { contains } from './python/methods.js';
import { entered } from './python/contexts.js';
import { percentText } from './python/text.js';
import type { Tracer } from './tracer.js';
import { truthOf } from './truth.js';
import { counted } from './counters.js';
import {
  array,
  constant,
  derived,
  nextId,
  optionsOf,
  undefinedValue,
  union,
  type Constant,
  type InstanceValue,
  type Value,
} from './value.js';
import { lastName } from '../syntax/last-name.js';

/** Value of `a op b`. Constants are computed; joined text stays text; the rest is data derived from both. */
export function binaryValue(tracer: Tracer, expression: BinaryExpression, env: Env): Value {
  const { operator } = expression;
  const left = tracer.evaluate(expression.left, env);
  switch (operator) {
    case '&&': {
      const decided = truthOf(tracer, left, env);
      if (decided === false) return left;
      const right = tracer.evaluate(expression.right, env);
      return decided === true
        ? right
        : truthOf(tracer, right, env) === false
          ? right
          : union([left.kind === 'unknown' || left.kind === 'derived' ? constant(false) : left, right]);
    }
    case '||': {
      const decided = truthOf(tracer, left, env);
      if (decided === true) return left;
      const right = tracer.evaluate(expression.right, env);
      return decided === false ? right : union([...optionsOf(left).filter((option) => truthOf(tracer, option, env) !== false), right]);
    }
    case '??': {
      if (left.kind === 'constant') return left.value === undefined || left.value === null ? tracer.evaluate(expression.right, env) : left;
      if (left.kind === 'object' || left.kind === 'array' || left.kind === 'function' || left.kind === 'class' || left.kind === 'instance')
        return left;
      const present = optionsOf(left).filter(
        (option) => option.kind !== 'constant' || (option.value !== undefined && option.value !== null),
      );
      return union([...present, tracer.evaluate(expression.right, env)]);
    }
  }
  const right = tracer.evaluate(expression.right, env);
  if (env.module.language === 'python') {
    const known =
      operated(tracer, operator, left, right) ??
      pythonOperation(operator, left, right) ??
      (operator === '/' ? joinedPath(tracer, left, right) : undefined);
    if (known !== undefined) return known;
  }
  if (left.kind === 'constant' && right.kind === 'constant') {
    const value = compute(operator, left.value, right.value);
    if (value !== undefined) return constant(value.result, operator === '+' ? left.at : undefined);
  }
  if (operator === 'in' && left.kind === 'constant' && right.kind === 'object' && right.collection === undefined) {
    if (right.properties.has(String(left.value))) return constant(true);
    if (!right.open && right.others.length === 0) return constant(false);
  }
  if (operator === '+' && (isText(left) || isText(right))) return joinText([left, right]);
  if (operator === '===' || operator === '==' || operator === '!==' || operator === '!=') return equality(operator, left, right);
  return derived(operator, [left, right]);
}

/** What operators mean in Python alone. */
function pythonOperation(operator: string, left: Value, right: Value): Value | undefined {
  if (operator === 'in') {
    const known = contains(left, right);
    return known === undefined ? derived('in', [left, right]) : constant(known);
  }
  if (operator === '%' && left.kind === 'constant' && typeof left.value === 'string') return percentText(left.value, right);
  if (operator === '+' && left.kind === 'array' && right.kind === 'array')
    return array([...left.items, ...right.items], left.rest ?? right.rest);
  if (operator === '|' && left.kind === 'object' && right.kind === 'object')
    return { ...left, id: nextId(), properties: new Map([...left.properties, ...right.properties]), open: left.open || right.open };
  return undefined;
}

/** `folder / name`: an object of a package that says what dividing it gives. */
function joinedPath({ libraries }: Tracer, left: Value, right: Value): Value | undefined {
  for (const [of, name] of [
    [left, '__truediv__'],
    [right, '__rtruediv__'],
  ] as const) {
    const made = of.kind === 'external' && of.path.endsWith('#') ? libraries.result(libraries.member(of, name)) : undefined;
    if (made?.path.endsWith('#') === true) return { kind: 'external', id: nextId(), ...made, args: [left, right] };
  }
  return undefined;
}

function isText(value: Value): boolean {
  return value.kind === 'text' || (value.kind === 'constant' && typeof value.value === 'string');
}

/** A choice between constants, none of which equals the other side, is decided too. */
function equality(operator: string, left: Value, right: Value): Value {
  const wanted = operator.startsWith('=');
  const [choice, fixed] = left.kind === 'union' ? [left, right] : [right, left];
  if (fixed.kind === 'constant' && choice.kind === 'union') {
    if (choice.options.every((option) => option.kind === 'constant' && option.value !== fixed.value)) return constant(!wanted);
  }
  const solid = (value: Value): boolean =>
    value.kind === 'object' || value.kind === 'function' || value.kind === 'instance' || value.kind === 'array' || value.kind === 'class';
  if ((solid(left) && right.kind === 'constant') || (solid(right) && left.kind === 'constant')) return constant(!wanted);
  return derived(operator, [left, right]);
}

function compute(operator: string, a: Constant, b: Constant): { readonly result: Constant } | undefined {
  switch (operator) {
    case '+':
      return typeof a === 'number' && typeof b === 'number'
        ? { result: a + b }
        : typeof a === 'string' || typeof b === 'string'
          ? { result: String(a) + String(b) }
          : undefined;
    case '===':
      return { result: a === b };
    case '!==':
      return { result: a !== b };
    case '==':
      // Loose equality of constants, as the language has it.
      return { result: a === b || ((a === null || a === undefined) && (b === null || b === undefined)) };
    case '!=':
      return { result: !(a === b || ((a === null || a === undefined) && (b === null || b === undefined))) };
    case '-':
    case '*':
    case '/':
    case '<':
    case '>':
    case '<=':
    case '>=':
      return typeof a === 'number' && typeof b === 'number' ? { result: arithmetic(operator, a, b) } : undefined;
    default:
      return undefined;
  }
}

function arithmetic(operator: string, a: number, b: number): Constant {
  switch (operator) {
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '<':
      return a < b;
    case '>':
      return a > b;
    case '<=':
      return a <= b;
    default:
      return a >= b;
  }
}

/** Value of a unary expression. Awaiting and yielding are transparent, but for objects that say what they come to. */
export function unaryValue(tracer: Tracer, expression: UnaryExpression, env: Env): Value {
  const operand = tracer.evaluate(expression.operand, env);
  switch (expression.operator) {
    case 'await':
      if (env.module.language !== 'python' || (operand.kind !== 'instance' && operand.kind !== 'union')) return operand;
      return mayBeAwaitable(tracer, expression.operand, env) ? awaited(tracer, operand) : operand;
    case 'yield':
    case 'yield*':
      return operand;
    case '!': {
      const decided = truthOf(tracer, operand, env);
      return decided === undefined ? derived('!', [operand]) : constant(!decided);
    }
    case '-':
      if (operand.kind === 'instance') return answered(tracer, operand, expression.operator);
      return operand.kind === 'constant' && typeof operand.value === 'number' ? constant(-operand.value) : derived('-', [operand]);
    case 'with':
      return entered(tracer, operand);
    case 'leave':
      return undefinedValue;
    case 'void':
      return undefinedValue;
    case 'typeof':
      return typeName(operand);
    case '++':
    case '--':
      return isKept(expression.operand)
        ? counted(lastName(expression.operand) ?? 'it', [operand], tracer.place(expression.span, env))
        : derived(expression.operator, [operand]);
    default:
      return operand.kind === 'instance' ? answered(tracer, operand, expression.operator) : derived(expression.operator, [operand]);
  }
}

function answered(tracer: Tracer, operand: InstanceValue, operator: string): Value {
  return answerOf(tracer, operand, protocolsFor(operand).unary[operator] ?? [], []) ?? derived(operator, [operand]);
}

/** A variable of the module, a field, or a property of one of them: it is there at the next call. */
function isKept(target: Expression): boolean {
  if (target.kind === 'name') return target.binding?.owner.kind === 'module';
  return target.kind === 'this' || (target.kind === 'member' && isKept(target.object));
}

function typeName(value: Value): Value {
  switch (value.kind) {
    case 'constant':
      return constant(value.value === null ? 'object' : typeof value.value);
    case 'text':
      return constant('string');
    case 'function':
    case 'class':
      return constant('function');
    case 'object':
    case 'array':
    case 'instance':
      return constant('object');
    default:
      return derived('typeof', [value]);
  }
}

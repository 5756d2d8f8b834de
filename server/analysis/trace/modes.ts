/** Which parameters of the tool decide what its code does: those that are compared, tested, or used to choose. */
import type { BinaryExpression, CallExpression, Expression } from '../syntax/ir.js';
import type { Env } from './env.js';
import { directParts, someOwnPart } from './some-part.js';
import type { Tracer } from './tracer.js';
import { optionsOf, type Value } from './value.js';

/** A parameter, by its path from the input, and the values it is compared with; none when only its presence is tested. */
export type Deciding = ReadonlyMap<string, ReadonlySet<ModeValue>>;
export type ModeValue = string | number | boolean;

const maxValues = 40;

export class Decisions {
  readonly #found = new Map<string, Set<ModeValue>>();

  get all(): Deciding {
    return this.#found;
  }

  take(others: Deciding): void {
    for (const [path, values] of others) this.#add(path, values);
  }

  /** A test that constants do not decide. */
  test(value: Value): void {
    someOwnPart(value, isAnswer, (part) => {
      if (part.kind === 'input') this.#choice(part, []);
      else if (part.kind === 'derived' && holding.test(part.operation)) this.#among(directParts(part));
      return false;
    });
  }

  /** Cases of a `switch`. */
  cases(subject: Value, labels: readonly Value[]): void {
    this.#among([subject, ...labels]);
  }

  /** `item.name === key`, `key in table`. */
  compared(tracer: Tracer, { operator, left, right }: BinaryExpression, env: Env): void {
    // A value that is held against one literal is a test, or becomes one; here an item of a list is looked for.
    if (comparing.has(operator) && left.kind !== 'literal' && right.kind !== 'literal')
      this.#among([tracer.evaluate(left, env), tracer.evaluate(right, env)]);
  }

  /** `table[key]`. */
  chosen(tracer: Tracer, object: Expression, key: Value, env: Env): void {
    if (optionsOf(key).some(isParameter)) this.#among([key, tracer.evaluate(object, env)]);
  }

  /** `map.get(key)`; `key.toLowerCase()`, which is compared with others. */
  asked(tracer: Tracer, call: CallExpression, args: readonly Value[], env: Env): void {
    const { callee } = call;
    if (callee.kind !== 'member' || typeof callee.property !== 'string' || !asking.has(callee.property) || args.length === 0) return;
    const receiver = tracer.evaluate(callee.object, env);
    if ([receiver, args[0]!].some((value) => optionsOf(value).some(isParameter))) this.#among([receiver, args[0]!]);
  }

  /** A parameter beside the constants that it is held against. */
  #among(values: readonly Value[]): void {
    for (const value of values) {
      for (const option of optionsOf(value)) if (isParameter(option)) this.#choice(option, values);
    }
  }

  #choice(input: Value, beside: readonly Value[]): void {
    if (!isParameter(input)) return;
    this.#add(
      input.path,
      beside.flatMap((value) => (value === input ? [] : constantsOf(value))),
    );
  }

  #add(path: string, values: Iterable<ModeValue>): void {
    let known = this.#found.get(path);
    if (known === undefined) this.#found.set(path, (known = new Set()));
    for (const value of values) if (known.size < maxValues) known.add(value);
  }
}

/** What somebody else answers is no parameter, although one was part of the question. */
function isAnswer(value: Value): boolean {
  return value.kind === 'derived' && (value.answer === true || value.read !== undefined);
}

/** A value by which something else may be done: a method, an address, a statement, a function. */
export function decides(tracer: Tracer, expression: Expression, env: Env): boolean {
  if (expression.kind === 'template' || expression.kind === 'function') return true;
  if (expression.kind !== 'literal' && expression.kind !== 'name' && expression.kind !== 'member') return false;
  const value = tracer.evaluate(expression, env);
  return value.kind === 'function' || value.kind === 'external' || (value.kind === 'constant' && typeof value.value === 'string');
}

const comparing = new Set(['===', '==', '!==', '!=', 'in']);
const asking = new Set(['get', 'toLowerCase']);

/** Operations that hold a value against others; `.split(',')` is held against nothing. */
const holding =
  /^(?:[!=]==?|in|not in|is|is not|[<>]=?|.*\b(?:includes|has|get|indexOf|startsWith|endsWith|startswith|endswith|test|match)\(\))$/;

type Parameter = Value & { kind: 'input' };

function isParameter(value: Value): value is Parameter {
  return value.kind === 'input' && value.role === 'input' && value.path !== '' && !value.path.includes('*');
}

/** Constants of a value: itself, the items of a list, the keys of a table. */
function constantsOf(value: Value): readonly ModeValue[] {
  return optionsOf(value).flatMap((option): readonly ModeValue[] => {
    if (option.kind === 'constant') return option.value === undefined || option.value === null || option.value === '' ? [] : [option.value];
    if (option.kind === 'array') return option.items.flatMap((item) => (item.kind === 'constant' ? constantsOf(item) : []));
    return option.kind === 'object' ? [...option.properties.keys()].filter((key) => !key.startsWith('#')) : [];
  });
}

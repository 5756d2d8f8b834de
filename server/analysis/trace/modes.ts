/** Which parameters of the tool decide what its code does: those that are compared, tested, or used to choose. */
import type { BinaryExpression, CallExpression, Expression } from '../syntax/ir.js';
import type { Env } from './env.js';
import { directParts, someOwnPart } from './some-part.js';
import type { Tracer } from './tracer.js';
import { optionsOf, type DerivedValue, type Value } from './value.js';

/** What is known of a parameter by which code decides. */
export interface Compared {
  /** What it is compared with; none when only its presence is tested. */
  readonly values: ReadonlySet<ModeValue>;
  /** It is held against more than whole values: the start of a text, a pattern, names that are put together. */
  readonly loosely: boolean;
}

/** Parameters by their path from the input. */
export type Deciding = ReadonlyMap<string, Compared>;
export type ModeValue = string | number | boolean;

interface Growing extends Compared {
  readonly values: Set<ModeValue>;
  loosely: boolean;
}

const maxValues = 40;

export class Decisions {
  readonly #found = new Map<string, Growing>();

  get all(): Deciding {
    return this.#found;
  }

  take(others: Deciding): void {
    for (const [path, { values, loosely }] of others) this.#add(path, values, loosely);
  }

  /** A test that constants do not decide. */
  test(value: Value): void {
    someOwnPart(value, isAnyOne, (part) => {
      if (part.kind === 'input') this.#choice(part, []);
      else if (part.kind === 'derived' && holding.test(part.operation)) this.#held(part);
      else if (part.kind === 'text' || (part.kind === 'derived' && !neutral.test(part.operation) && !normalizing.test(part.operation)))
        this.#loosely(directParts(part));
      return false;
    });
  }

  #held(part: DerivedValue): void {
    this.#among(directParts(part));
    const parts = directParts(part).map(plainWord);
    // `'delete' in action` asks for a part of it.
    if (!whole.test(part.operation)) this.#loosely(parts);
    else if (part.operation.endsWith('in')) this.#loosely(parts.slice(1));
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
    const isWhole = optionsOf(key).some((option) => isParameter(plainWord(option)));
    if (!isWhole && !someOwnPart(key, isAnswer, isParameter)) return;
    const table = tracer.evaluate(object, env);
    if (isWhole) this.#among([key, table]);
    if (optionsOf(table).some((option) => holdsCode(option, isWhole))) this.#within(key);
  }

  /** `map.get(key)`; `key.toLowerCase()`, which is compared with others. */
  asked(tracer: Tracer, call: CallExpression, args: readonly Value[], env: Env): void {
    const { callee } = call;
    // What stands under a name that is made at run time may be anything.
    if (callee.kind === 'name' && callee.name === 'getattr' && callee.binding === undefined && args[1] !== undefined)
      return this.#within(args[1]);
    if (callee.kind !== 'member' || typeof callee.property !== 'string' || !asking.has(callee.property) || args.length === 0) return;
    const receiver = tracer.evaluate(callee.object, env);
    if ([receiver, args[0]!].some((value) => optionsOf(value).some((option) => isParameter(plainWord(option)))))
      this.#among([receiver, args[0]!]);
  }

  /** A parameter beside the constants that it is held against. */
  #among(values: readonly Value[]): void {
    for (const value of values) {
      if (isAnyOf(value)) continue;
      for (const option of optionsOf(value)) {
        const word = plainWord(option);
        // A lookup in what is not known says nothing of the words that it is asked with.
        if (isParameter(word) && (word === option || values.some((one) => plainWord(one) !== word && constantsOf(one).length > 0)))
          this.#choice(word, values);
      }
    }
  }

  /** Each of these is held against more than whole values. */
  #loosely(values: readonly Value[]): void {
    // `action.startsWith` is asked of `action`.
    for (const value of values) if (isParameter(value)) for (const path of beginnings(value.path)) this.#add(path, [], true);
  }

  /** So is what is in them. */
  #within(value: Value): void {
    someOwnPart(value, isAnswer, (part) => {
      this.#loosely([part]);
      return false;
    });
  }

  #choice(input: Value, beside: readonly Value[]): void {
    if (!isParameter(input)) return;
    this.#add(
      input.path,
      beside.flatMap((value) => (plainWord(value) === input ? [] : constantsOf(value))),
    );
  }

  #add(path: string, values: Iterable<ModeValue>, loosely = false): void {
    let known = this.#found.get(path);
    if (known === undefined) this.#found.set(path, (known = { values: new Set(), loosely: false }));
    for (const value of values) {
      if (known.values.size < maxValues) known.values.add(value);
      else known.loosely = true;
    }
    known.loosely ||= loosely;
  }
}

/** What somebody else answers is no parameter, although one was part of the question. */
function isAnswer(value: Value): boolean {
  return value.kind === 'derived' && (value.answer === true || value.read !== undefined);
}

/** Of so many parameters one may be chosen. */
const maxChosen = 3;

/** `kwargs.get(name)`, where nobody knows the name: whichever parameter it is, what is asked of it decides by none of them. */
function isAnyOf(value: Value): boolean {
  return value.kind === 'union' && value.options.filter(isParameter).length > maxChosen;
}

function isAnyOne(value: Value): boolean {
  return isAnswer(value) || isAnyOf(value);
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

/** What stands there under a name may be code, and not all names are known: under a name that is put together, any of them is meant. */
function holdsCode(table: Value, isWhole: boolean): boolean {
  if (table.kind !== 'object') return table.kind === 'instance' || table.kind === 'class' || table.kind === 'namespace';
  if (isWhole && !table.open && table.others.length === 0) return false;
  return (
    table.others.some(({ kind }) => kind === 'function') || [...table.properties.values()].some((one) => one.value().kind === 'function')
  );
}

/** Operations after which a text is the same word: `action.strip().lower()`. */
const normalizing = /^(?:\.(?:casefold|lower|strip|toLowerCase|toString|toUpperCase|trim|upper)(?:\(\))?|String|str)$/;
/** Operations that join tests, or only ask whether something is there. */
const neutral = /^(?:&&|\|\||!|\?\?|and|or|not|choice|bool|Boolean|len|\.length)$/;

/** A parameter behind what leaves it the same word. */
export function plainWord(value: Value): Value {
  let at = value;
  while (at.kind === 'derived' && normalizing.test(at.operation) && at.from.length > 0) at = receiverOf(at, at.from[0]!);
  return at;
}

/** A method of what the model passes is asked for like a part of it. */
function receiverOf({ operation }: DerivedValue, value: Value): Value {
  const method = operation.replace('()', '');
  return value.kind === 'input' && operation.startsWith('.') && value.path.endsWith(method)
    ? { ...value, path: value.path.slice(0, -method.length) }
    : value;
}

function beginnings(path: string): readonly string[] {
  const names = path.split('.');
  return names.map((_, i) => names.slice(0, i + 1).join('.'));
}

/** Operations that hold a value against whole others. */
const whole = /^(?:[!=]==?|in|not in|is|is not|includes|indexOf|.*\b(?:has|get)\(\))$/;
/** Operations that hold a value against others; `.split(',')` is held against nothing. */
const holding =
  /^(?:[!=]==?|in|not in|is|is not|includes|indexOf|[<>]=?|.*\b(?:includes|has|get|indexOf|startsWith|endsWith|startswith|endswith|test|match)\(\))$/;

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

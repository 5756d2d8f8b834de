/**
 * Many things that are alike are followed together, when there are too many to follow each: items of a table that no test tells apart
 * before something is done with them, and objects of one class that are made in one place.
 */
import { mayLeave } from '../syntax/leaving.js';
import type { Binding, Expression, LoopStatement, Statement } from '../syntax/ir.js';
import type { Env } from './env.js';
import { limits } from './limits.js';
import { eachExpression } from './parts.js';
import type { Tracer } from './tracer.js';
import { truthOf } from './truth.js';
import { nextId, undefinedValue, union, type InstanceValue, type UnionValue, type Value } from './value.js';
import { keyOf, shortened } from './value-keys.js';

/** Works something out; when the bounds do not suffice, once more, and what is alike is followed together from then on. */
export function gathering<T>(tracer: Tracer, compute: () => T): T {
  const plain = compute();
  if (!tracer.exhausted) return plain;
  tracer.gathers = true;
  const before = taken.get(tracer);
  const { value } = tracer.aside(limits.steps, compute);
  // Without anything that is alike the bounds are what they were.
  const isTold = value !== undefined && taken.get(tracer) !== before;
  tracer.gathers = isTold;
  tracer.exhausted = !isTold;
  return isTold ? value : plain;
}

/** How often things were taken together. */
const taken = new WeakMap<Tracer, number>();

/** What rests on things that were taken together is an answer for now only. */
function tellLess(tracer: Tracer): void {
  const { exhausted } = tracer;
  taken.set(tracer, (taken.get(tracer) ?? 0) + 1);
  tracer.cutShort();
  tracer.exhausted = exhausted;
}

/** A loop over no more items runs once for each of them. */
const fewItems = 24;
/** So many become one: of more alternatives a value would tell nothing. */
const maxTogether = 20;
/** What finding out may cost for each item. */
const stepsForItem = 400;

/** One execution for each item, or for each group of those for which all tests in the loop come to the same. */
export function gathered(tracer: Tracer, loop: LoopStatement, items: readonly Value[], run: (item: Value) => Env): readonly Env[] {
  if (items.length <= fewItems) return items.map(run);
  const tests = new Tests(tracer, loop, items.length * stepsForItem);
  const groups = new Map<string, Value[]>();
  for (const item of items) {
    const answers = tests.answers(run(item));
    // Without them nobody knows which items are alike.
    if (answers === undefined) return items.map(run);
    const key = `${shapeOf(item)} ${answers}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups].flatMap(([key, group]) =>
    chunks(group).flatMap((chunk) => {
      const whole = run(union(chunk));
      if (chunk.length > 1) tellLess(tracer);
      return chunk.length > 1 && key === `${shapeOf(chunk[0]!)} ${tests.answers(whole) ?? ''}` ? [whole] : chunk.map(run);
    }),
  );
}

const whole = new WeakMap<UnionValue, Value>();

/** Of several things, objects of one class that are made in the same code are one, which was made with what any of them was made with. */
export function asOne(tracer: Tracer, value: UnionValue): Value {
  if (value.options.length <= fewItems) return value;
  let one = whole.get(value);
  if (one === undefined) {
    const groups = byOrigin(value.options);
    whole.set(value, (one = groups.length === value.options.length ? value : union(groups.flatMap(joined))));
  }
  if (one !== value) tellLess(tracer);
  return one;
}

function byOrigin(options: readonly Value[]): readonly (readonly Value[])[] {
  const groups = new Map<unknown, Map<unknown, Value[]>>();
  const others: Value[][] = [];
  for (const option of options) {
    if (option.kind !== 'instance' || option.args === undefined || option.madeIn === undefined) {
      others.push([option]);
      continue;
    }
    const { owner } = option.madeIn;
    let places = groups.get(option.cls.cls);
    if (places === undefined) groups.set(option.cls.cls, (places = new Map()));
    const known = places.get(owner);
    if (known === undefined) places.set(owner, [option]);
    else known.push(option);
  }
  return [...others, ...[...groups.values()].flatMap((places) => [...places.values()])];
}

const members = new WeakMap<InstanceValue, readonly InstanceValue[]>();
const ones = new WeakMap<InstanceValue, Map<string, InstanceValue>>();

/** The objects that one stands for. */
export function membersOf(value: InstanceValue): readonly InstanceValue[] | undefined {
  return members.get(value);
}

function joined(group: readonly Value[]): readonly Value[] {
  const instances = group.filter((one) => one.kind === 'instance');
  const [first] = instances;
  if (first === undefined || instances.length < 2) return group;
  let table = ones.get(first);
  if (table === undefined) ones.set(first, (table = new Map()));
  const key = shortened(instances.map(keyOf).join());
  let one = table.get(key);
  if (one === undefined) {
    const size = Math.max(...instances.map(({ args }) => args!.length));
    const args = Array.from({ length: size }, (_, i) => given(instances.map((instance) => instance.args![i] ?? undefinedValue)));
    table.set(key, (one = { ...first, id: nextId(), args }));
    members.set(one, instances);
  }
  return [one];
}

/** What any of them is given in one place; what Python gives by name is taken together name by name. */
function given(values: readonly Value[]): Value {
  const [first] = values;
  const named = values.filter((value) => value.kind === 'object' && value.keywords === true && !value.open);
  if (first?.kind !== 'object' || named.length < values.length) return union(values);
  const names = new Set(named.flatMap((value) => (value.kind === 'object' ? [...value.properties.keys()] : [])));
  const properties = new Map(
    [...names].map((name) => {
      const value = union(named.map((one) => (one.kind === 'object' ? one.properties.get(name)?.value() : undefined) ?? undefinedValue));
      return [name, { value: () => value }];
    }),
  );
  return { ...first, id: nextId(), properties };
}

/** Things of different kinds are not taken together. */
function shapeOf(item: Value): string {
  return item.kind === 'array' ? `[${item.items.map(({ kind }) => kind).join()}]` : item.kind;
}

function chunks(group: readonly Value[]): readonly (readonly Value[])[] {
  const count = Math.ceil(group.length / maxTogether);
  const size = Math.ceil(group.length / count);
  return Array.from({ length: count }, (_, i) => group.slice(i * size, (i + 1) * size));
}

/** What the tests of a loop come to. */
class Tests {
  readonly #tracer: Tracer;
  readonly #loop: LoopStatement;
  readonly #waiting = new Map<Expression, boolean>();
  #left: number;

  constructor(tracer: Tracer, loop: LoopStatement, steps: number) {
    this.#tracer = tracer;
    this.#loop = loop;
    this.#left = steps;
  }

  /** For one item; `undefined` when that is too much to find out. */
  answers(env: Env): string | undefined {
    const answers: string[] = [];
    return this.#walk(this.#loop.body, env, answers, { open: false }) ? answers.join() : undefined;
  }

  /** Behind a test that is not decided and may be the last for this item, its work begins: what that costs is no longer asked. */
  #walk(body: readonly Statement[], env: Env, into: string[], state: { open: boolean }): boolean {
    return body.every((statement) => {
      switch (statement.kind) {
        case 'if': {
          const decided = this.#ask(statement.test, env, into, state, (value) => String(truthOf(this.#tracer, value, env)));
          if (decided === undefined) return false;
          if (decided === 'true') return this.#walk(statement.then, env, into, state);
          if (decided === 'false') return this.#walk(statement.otherwise, env, into, state);
          state.open ||= mayLeave(statement.then) || mayLeave(statement.otherwise);
          return true;
        }
        case 'switch':
          return (
            this.#ask(statement.subject, env, into, state, (value) =>
              value.kind === 'constant' ? JSON.stringify(value.value ?? null) : '?',
            ) !== undefined
          );
        case 'block':
        case 'try':
          return this.#walk(statement.body, env, into, state);
        case 'declare':
        case 'expression':
        case 'return':
          return statement.value === undefined || this.#inside(statement.value, env, into, state);
        default:
          return true;
      }
    });
  }

  /** `a && b`, `a ? b : c` */
  #inside(expression: Expression, env: Env, into: string[], state: { open: boolean }): boolean {
    let isTold = true;
    eachExpression(expression, (part) => {
      const test =
        part.kind === 'conditional'
          ? part.test
          : part.kind === 'binary' && /^(?:&&|\|\||\?\?)$/.test(part.operator)
            ? part.left
            : undefined;
      if (isTold && test !== undefined)
        isTold = this.#ask(test, env, into, state, (value) => String(truthOf(this.#tracer, value, env))) !== undefined;
    });
    return isTold;
  }

  #ask(test: Expression, env: Env, into: string[], { open }: { open: boolean }, told: (value: Value) => string): string | undefined {
    if (this.#waits(test)) return 'undefined';
    const { value, steps } = this.#tracer.aside(this.#left, () => told(this.#tracer.evaluate(test, env)));
    this.#left -= steps;
    this.#tracer.spend(steps);
    if (value === undefined && !open) return undefined;
    into.push(value ?? 'undefined');
    return value ?? 'undefined';
  }

  /** It rests on what the loop waits for, which tells no item from another. */
  #waits(test: Expression): boolean {
    let answer = this.#waiting.get(test);
    if (answer === undefined) this.#waiting.set(test, (answer = waits(test, this.#loop, new Set())));
    return answer;
  }
}

function waits(expression: Expression, loop: LoopStatement, seen: Set<Binding>): boolean {
  let found = false;
  eachExpression(expression, (part) => {
    if (part.kind === 'unary' && part.operator === 'await') found = true;
    const binding = part.kind === 'name' ? part.binding : undefined;
    const source = binding?.source?.kind === 'value' ? binding.source.value : undefined;
    if (found || binding === undefined || source === undefined || seen.has(binding) || !isInside(source, loop)) return;
    seen.add(binding);
    found = waits(source, loop, seen);
  });
  return found;
}

function isInside({ span }: Expression, loop: LoopStatement): boolean {
  return loop.span.start <= span.start && span.end <= loop.span.end;
}

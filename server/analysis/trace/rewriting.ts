/**
 * How a function changes what it has read before it writes it back: `const list = load(); list.push(item); save(list)`. Told from
 * the code between the two calls, so that what reading and writing do to the form of the data does not count.
 */
import { wholeOf } from '../syntax/inner.js';
import type { Place, Span } from '../../../rules/kit/index.js';
import type { AssignExpression, Binding, CallExpression, Expression, FunctionNode, UnaryExpression } from '../syntax/ir.js';
import type { Env } from './env.js';
import { isBookkeeping } from './memory.js';
import { eachExpression, eachInBody } from './parts.js';
import { hasFresh } from './some-part.js';
import { askedOver, pickedFrom } from './python/comprehension.js';
import type { Tracer } from './tracer.js';
import { optionsOf } from './value.js';

export interface Rewriting {
  /** Something is added. */
  readonly grows: boolean;
  /** What is not there yet is added, and nothing else. */
  readonly fills: boolean;
  /** A second run finds something else to change: a count, a text that is replaced, the first of a list. */
  readonly shifts: boolean;
  /** Something that was there is set or removed. */
  readonly alters: boolean;
}

const adding = new Set(['push', 'unshift', 'append', 'add', 'extend', 'insert']);
const removing = new Set(['delete', 'clear', 'remove', 'discard', 'update', 'setdefault']);
/** Answers that are no part of what was read. */
const asking = new Set(['some', 'every', 'includes', 'indexOf', 'findIndex', 'findLastIndex', 'has', 'test', 'startsWith', 'endsWith']);
const sizes = new Set(['length', 'size']);
/** What a store says of itself. */
const bookkeeping =
  /^_?(?:(?:next|last|max)_?[A-Z_]?\w{0,20}|(?:last)?_?(?:updated|modified|saved|changed|touched)(?:_?(?:at|on|time|date))?|m?time(?:stamp)?|version|revision|counter|seq(?:uence)?|total|count)$/i;
const maxDepth = 2;

/**
 * What happens between the call that reads and the call that writes; both are named by the places of their callees. Without a call
 * that reads, and one that writes what the program keeps, it is what happens to that.
 */
export function rewriting(tracer: Tracer, fn: FunctionNode, env: Env, read: Place | undefined, write: Place): Rewriting {
  return new Between(tracer, fn, env, read?.span, write.span).changes();
}

/** What of a function matters here. */
interface Body {
  readonly calls: readonly CallExpression[];
  readonly assignments: readonly AssignExpression[];
  readonly unaries: readonly UnaryExpression[];
  /** Callbacks, with the call that they are given to. */
  readonly given: ReadonlyMap<FunctionNode, CallExpression>;
}

const bodies = new WeakMap<FunctionNode['body'], Body>();

function bodyOf({ body }: FunctionNode): Body {
  const known = bodies.get(body);
  if (known !== undefined) return known;
  const calls: CallExpression[] = [];
  const assignments: AssignExpression[] = [];
  const unaries: UnaryExpression[] = [];
  const given = new Map<FunctionNode, CallExpression>();
  eachInBody(body, (part) => {
    if (part.kind === 'assign') assignments.push(part);
    else if (part.kind === 'unary') unaries.push(part);
    if (part.kind !== 'call') return;
    calls.push(part);
    for (const { value } of part.args) if (value.kind === 'function') given.set(value, part);
  });
  const found = { calls, assignments, unaries, given };
  bodies.set(body, found);
  return found;
}

class Between {
  readonly #tracer: Tracer;
  readonly #env: Env;
  readonly #read: Span | undefined;
  readonly #write: Span | undefined;
  readonly #depth: number;
  readonly #body: Body;
  /** Names that hold what was read, or a part of it. */
  readonly #carriers = new Map<Binding, boolean>();
  /** What is written is kept in a field or in a variable of the module, and not handed over. */
  readonly #kept: boolean;
  readonly #found = { grows: false, fills: false, shifts: false, alters: false };

  constructor(tracer: Tracer, fn: FunctionNode, env: Env, read?: Span, write?: Span, depth = 0) {
    this.#tracer = tracer;
    this.#env = env;
    this.#read = read;
    this.#write = write;
    this.#depth = depth;
    this.#body = bodyOf(fn);
    this.#kept = this.#body.calls.some((part) => this.#isCall(part, write) && part.args.every(({ value }) => isKept(value)));
  }

  /** `carriers`: names in which what was read is handed over. */
  changes(carriers: readonly Binding[] = []): Rewriting {
    if (this.#depth === 0 && this.#read === undefined && !this.#kept) return this.#found;
    for (const binding of carriers) this.#carriers.set(binding, true);
    for (const part of this.#body.calls) this.#call(part);
    for (const part of this.#body.assignments) this.#assigned(part);
    for (const part of this.#body.unaries) this.#counted(part);
    for (const part of this.#written()) this.#made(part);
    return this.#found;
  }

  #call(call: CallExpression): void {
    if (this.#isCall(call, this.#read) || this.#isCall(call, this.#write)) return;
    const { callee } = call;
    const first = call.args[0]?.value;
    if (isNamed(callee, 'Object', 'assign') && first !== undefined && this.#carries(first)) this.#found.alters = true;
    if (callee.kind === 'member' && typeof callee.property === 'string' && this.#carries(callee.object))
      return this.#method(callee.property, call);
    if (this.#depth < maxDepth && call.args.some(({ value }) => this.#carries(value))) this.#handedOver(call);
  }

  #method(name: string, call: CallExpression): void {
    if (adding.has(name)) this.#added(call);
    else if (removing.has(name)) this.#found.alters = true;
    else if (name === 'pop' || name === 'shift') this.#found.alters = this.#found.shifts = true;
    else if (name === 'set') this.#keyed(call.args[0]?.value);
    else if (name === 'splice') {
      const [, count, added] = call.args;
      if (count?.value.kind === 'literal' && count.value.value === 0) this.#found.grows = true;
      else this.#found.alters = true;
      if (added !== undefined && call.args.length > 3) this.#found.grows = true;
    }
  }

  #added({ args, callee }: CallExpression): void {
    const isAll = callee.kind === 'member' && callee.property === 'extend';
    if (args.length > 0 && args.every(({ value, spread }) => (spread || isAll) && this.#isMissing(value))) this.#found.fills = true;
    else this.#found.grows = true;
  }

  /** `items.filter((item) => !list.includes(item))`, where the list is what was read. */
  #isMissing(value: Expression): boolean {
    if (value.kind === 'name')
      return value.binding?.source?.kind === 'value' && value.binding.writes.length === 0 && this.#isMissing(value.binding.source.value);
    const picked = pickedFrom(value);
    if (picked?.test !== undefined) return this.#isNoneOf(picked.test);
    if (value.kind !== 'call' || value.callee.kind !== 'member' || value.callee.property !== 'filter') return false;
    const test = value.args[0]?.value;
    const answer = test?.kind === 'function' && test.body.length === 1 ? test.body[0] : undefined;
    if (answer?.kind !== 'return' || answer.value?.kind !== 'unary' || answer.value.operator !== '!') return false;
    const { operand } = answer.value;
    return (
      operand.kind === 'call' &&
      operand.callee.kind === 'member' &&
      isAsking(operand.callee.property) &&
      this.#carries(operand.callee.object)
    );
  }

  /** `item not in list`, `not any(known == item for known in list)` */
  #isNoneOf(test: Expression): boolean {
    if (test.kind !== 'unary' || test.operator !== '!') return false;
    const { operand } = test;
    const list = operand.kind === 'binary' && operand.operator === 'in' ? operand.right : askedOver(operand);
    return list !== undefined && this.#carries(list);
  }

  /** A function of the workspace may change what it is given. */
  #handedOver(call: CallExpression): void {
    for (const callee of optionsOf(this.#tracer.evaluate(call.callee, this.#env))) {
      if (callee.kind !== 'function') continue;
      this.#tracer.touchAll(wholeOf(callee.env.module, callee.fn));
      const given = callee.fn.parameters.flatMap(({ bindings }, i) => {
        const value = call.args[i]?.value;
        return value !== undefined && this.#carries(value) ? bindings : [];
      });
      const inside = new Between(this.#tracer, callee.fn, callee.env, undefined, undefined, this.#depth + 1).changes(given);
      this.#found.grows ||= inside.grows;
      this.#found.fills ||= inside.fills;
      this.#found.shifts ||= inside.shifts;
      this.#found.alters ||= inside.alters;
    }
  }

  #assigned({ target, operator, value }: AssignExpression): void {
    if (this.#kept && isKept(target) && operator === '=') {
      if (!addsTo(value) && this.#mentions(value)) this.#found.alters = true;
      return;
    }
    if (target.kind !== 'member' || !this.#carries(target.object)) {
      if (target.kind === 'name' && operator === '+=' && this.#carries(target)) this.#found.grows = true;
      return;
    }
    if (typeof target.property === 'string' && bookkeeping.test(target.property)) return;
    if (operator !== '=' && !operator.startsWith('??') && !operator.startsWith('||')) this.#found.shifts = this.#found.alters = true;
    else if (typeof target.property !== 'string') this.#keyed(target.property);
    else if (!addsTo(value)) {
      this.#found.alters = true;
      if (value.kind === 'unary' && value.operator === '!' && this.#carries(value.operand)) this.#found.shifts = true;
      if (value.kind === 'binary' && /^[-+*/]$/.test(value.operator) && this.#mentions(value)) this.#found.shifts = true;
    }
  }

  /** An entry under a name that nothing had before is one more. */
  #keyed(key: Expression | undefined): void {
    const isNew = key !== undefined && hasFresh(this.#tracer.evaluate(key, this.#env));
    if (isNew) this.#found.grows = true;
    else this.#found.alters = true;
  }

  #counted({ operator, operand }: UnaryExpression): void {
    if (operand.kind !== 'member' || !this.#carries(operand.object)) return;
    if (operator === 'delete') this.#found.alters = true;
    else if (/\+\+|--/.test(operator) && !(typeof operand.property === 'string' && bookkeeping.test(operand.property)))
      this.#found.shifts = this.#found.alters = true;
  }

  /** What is made of it on the way to the place where it is written. */
  #made(part: Expression): void {
    if (part.kind === 'array') {
      if (part.items.length > 1 && part.items.some((item) => item.spread && this.#carries(item.value))) this.#found.grows = true;
    } else if (part.kind === 'template') {
      if (part.holes.some((hole) => this.#carries(hole))) this.#found.grows = true;
    } else if (part.kind === 'binary') {
      if (part.operator === '+' && (this.#carries(part.left) || this.#carries(part.right))) this.#found.grows = true;
    } else if (part.kind === 'object') {
      if (part.entries.some((entry) => entry.kind === 'spread' && this.#carries(entry.value)))
        for (const entry of part.entries) if (entry.kind === 'entry' && !addsTo(entry.value)) this.#found.alters = true;
    } else if (part.kind === 'call' && part.callee.kind === 'member' && this.#carries(part.callee.object)) {
      const { property } = part.callee;
      if (property === 'concat') this.#found.grows = true;
      else if (property === 'replace' || property === 'replaceAll') this.#found.shifts = this.#found.alters = true;
      else if (property === 'filter' || property === 'map' || property === 'flatMap') this.#found.alters = true;
    }
  }

  /** Everything that what is written is put together from. */
  #written(): readonly Expression[] {
    const found: Expression[] = [];
    const seen = new Set<Binding>();
    const take = (expression: Expression): void =>
      eachExpression(expression, (part) => {
        found.push(part);
        if (part.kind !== 'name' || part.binding === undefined || seen.has(part.binding) || part.binding.owner.kind === 'module') return;
        seen.add(part.binding);
        if (part.binding.source?.kind === 'value') take(part.binding.source.value);
        for (const write of part.binding.writes) take(write.value);
      });
    for (const part of this.#body.calls) if (this.#isCall(part, this.#write)) for (const { value } of part.args) take(value);
    for (const { target, value } of this.#body.assignments)
      if (target.kind === 'member' && (this.#carries(target.object) || this.#carries(target))) take(value);
    return found;
  }

  #isCall(call: CallExpression, place: Span | undefined): boolean {
    return place !== undefined && call.callee.span.start === place.start && call.callee.span.end === place.end;
  }

  /** The value of an expression is what was read, or a part of it. */
  #carries(expression: Expression): boolean {
    switch (expression.kind) {
      case 'name':
        return (this.#kept && isKept(expression)) || (expression.binding !== undefined && this.#holds(expression.binding));
      case 'member':
        if (typeof expression.property === 'string' && sizes.has(expression.property)) return false;
        return (this.#kept && isKept(expression)) || this.#carries(expression.object);
      case 'call': {
        if (this.#isCall(expression, this.#read)) return true;
        const picked = pickedFrom(expression);
        if (picked !== undefined) return this.#carries(picked.from);
        const { callee } = expression;
        if (callee.kind === 'member' && typeof callee.property === 'string' && asking.has(callee.property)) return false;
        return (callee.kind === 'member' && this.#carries(callee.object)) || expression.args.some(({ value }) => this.#carries(value));
      }
      case 'unary':
        return (expression.operator === 'await' || expression.operator === 'with') && this.#carries(expression.operand);
      case 'binary':
        return /^(?:\?\?|\|\||&&|\+)$/.test(expression.operator) && (this.#carries(expression.left) || this.#carries(expression.right));
      case 'conditional':
        return this.#carries(expression.whenTrue) || this.#carries(expression.whenFalse);
      case 'array':
        return expression.items.some(({ value }) => this.#carries(value));
      case 'object':
        return expression.entries.some((entry) => entry.kind !== 'accessor' && this.#carries(entry.value));
      case 'opaque':
        return expression.children.some((child) => this.#carries(child));
      default:
        return false;
    }
  }

  #mentions(expression: Expression): boolean {
    const picked = pickedFrom(expression);
    let found = picked !== undefined && this.#carries(picked.from);
    eachExpression(expression, (part) => (found ||= part.kind === 'member' && this.#carries(part.object)));
    return found;
  }

  #holds(binding: Binding): boolean {
    const known = this.#carriers.get(binding);
    if (known !== undefined) return known;
    this.#carriers.set(binding, false);
    const { source } = binding;
    let holds = false;
    if (source?.kind === 'value') holds = this.#carries(source.value);
    else if (source?.kind === 'loop') holds = source.loop.iterable !== undefined && this.#carries(source.loop.iterable);
    else if (source?.kind === 'parameter') {
      const given = this.#body.given.get(source.fn);
      holds = given?.callee.kind === 'member' && this.#carries(given.callee.object);
    }
    holds ||= binding.writes.some((write) => this.#carries(write.value));
    this.#carriers.set(binding, holds);
    return holds;
  }
}

function isAsking(property: Expression | string): boolean {
  return typeof property === 'string' && (asking.has(property) || property === 'find');
}

/** A field, or a variable of the module, that holds data. */
function isKept(expression: Expression): boolean {
  if (expression.kind === 'member')
    return expression.object.kind === 'this' && typeof expression.property === 'string' && !isBookkeeping(expression.property);
  const binding = expression.kind === 'name' ? expression.binding : undefined;
  return (binding?.kind === 'const' || binding?.kind === 'variable') && binding.owner.kind === 'module' && !isBookkeeping(binding.name);
}

function isNamed(expression: Expression, object: string, property: string): boolean {
  return (
    expression.kind === 'member' &&
    expression.property === property &&
    expression.object.kind === 'name' &&
    expression.object.name === object
  );
}

/** `[...list, item]`, `list.concat(item)`: visited where they stand. */
function addsTo(value: Expression): boolean {
  if (value.kind === 'array') return value.items.some((item) => item.spread);
  return value.kind === 'call' && value.callee.kind === 'member' && value.callee.property === 'concat';
}

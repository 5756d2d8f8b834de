/**
 * Calls that a second time are refused, because the first one is kept in mind: `if (seen.has(id)) return; seen.add(id);`, or
 * `if (!this.running) return; this.running = false;`. What gives the place free again, in the end, is a lock and refuses nothing.
 */
import type { Effect } from '../../../rules/kit/index.js';
import { wholeOf } from '../syntax/inner.js';
import type { Binding, CallExpression, Expression, FunctionNode, Statement } from '../syntax/ir.js';
import { changesIn, type Change, type Test } from './changes-in.js';
import type { Env } from './env.js';
import type { Lives } from './live.js';
import { hasFresh } from './some-part.js';
import { fromModel } from './some-part.js';
import type { Tracer } from './tracer.js';
import { optionsOf, type Constant, type FunctionValue } from './value.js';

interface Refusal {
  /** Where it is kept in mind. */
  readonly place: string;
  readonly key?: Expression;
}

const maxDepth = 3;

/** The evidence that what stands behind `test` is done once for equal arguments; it is done when the test is `when`. */
export function refusesAgain(
  tracer: Tracer,
  fn: FunctionNode,
  test: Expression,
  when: boolean,
  env: Env,
  lives: Lives,
): Effect['refusedBy'] {
  const found = changesIn(fn).tests.get(test);
  if (found === undefined || new Refusing(tracer, fn, env, lives, found, when, 0).of(test, when) === undefined) return undefined;
  const evidence = { ...tracer.place(test.span, env), label: 'the test whether it was done before' };
  return fromModel(tracer.evaluate(test, env)) ? { ...evidence, byInput: true } : evidence;
}

/** What an object keeps in mind that the call has just made refuses nothing: `this.session = new Session(); this.session.start();`. */
export function refused<T extends Pick<Effect, 'refusedBy'>>(effects: readonly T[], call: CallExpression, { owner }: Env): readonly T[] {
  if (owner.kind !== 'function' || !effects.some(({ refusedBy }) => refusedBy !== undefined) || !isOfNew(owner, call)) return effects;
  return effects.map(({ refusedBy: _refusedBy, ...rest }) => rest as T);
}

function isOfNew(fn: FunctionNode, call: CallExpression): boolean {
  const place = call.callee.kind === 'member' ? placeOf(call.callee.object) : undefined;
  if (place === undefined) return false;
  const { changes } = changesIn(fn);
  const around = new Set(changes.find(({ part }) => part === call)?.path);
  return changes.some(
    ({ part, path }) =>
      part.kind === 'assign' &&
      part.value.kind === 'call' &&
      part.span.start < call.span.start &&
      placeOf(part.target) === place &&
      path.every((list) => around.has(list)),
  );
}

class Refusing {
  readonly #tracer: Tracer;
  readonly #fn: FunctionNode;
  readonly #env: Env;
  readonly #lives: Lives;
  readonly #depth: number;
  readonly #test: Test;
  /** The side that goes on, and the one that refuses. */
  readonly #side: readonly Statement[];
  readonly #refused: readonly Statement[];
  #after: readonly Change[] | undefined;

  constructor(tracer: Tracer, fn: FunctionNode, env: Env, lives: Lives, test: Test, when: boolean, depth: number) {
    this.#tracer = tracer;
    this.#fn = fn;
    this.#env = env;
    this.#lives = lives;
    this.#depth = depth;
    this.#test = test;
    this.#side = when ? test.then : test.otherwise;
    this.#refused = when ? test.otherwise : test.then;
  }

  /** Changes behind the test, on the side that goes on. */
  get #behind(): readonly Change[] {
    if (this.#after !== undefined) return this.#after;
    const around = new Set([...this.#test.path, this.#side]);
    return (this.#after = changesIn(this.#fn).changes.filter(
      (change) => !change.failing && this.#isLater(change) && change.path.every((list) => around.has(list)),
    ));
  }

  #isLater({ part }: Change): boolean {
    return part.span.start > this.#test.test.span.end;
  }

  /** What makes a repetition stop at this part of the test; the call goes on when it is `when`. */
  of(test: Expression, when: boolean): Refusal | undefined {
    switch (test.kind) {
      case 'unary':
        if (test.operator === 'await') return this.of(test.operand, when);
        return test.operator === '!' ? this.of(test.operand, !when) : undefined;
      case 'binary': {
        const { operator, left, right } = test;
        if ((operator === '&&' && when) || (operator === '||' && !when)) return this.of(left, when) ?? this.of(right, when);
        if (operator === 'in') return when ? undefined : this.#keyed(right, left);
        if (!/^[=!]==?$/.test(operator) || right.kind !== 'literal') return undefined;
        const equal = operator.startsWith('=');
        if (right.value === undefined || right.value === null) {
          const entry = this.#entry(left, !when === equal);
          if (entry !== undefined) return entry;
        }
        return this.#flag(left, (value) => (value === right.value || (value == null && right.value == null)) === equal, when);
      }
      case 'name': {
        const { binding } = test;
        if (binding?.source?.kind === 'value' && binding.writes.length === 0 && binding.owner === this.#fn)
          return binding.source.path.length > 0 ? undefined : this.of(binding.source.value, when);
        return this.#flag(test, Boolean, when);
      }
      case 'member':
        return this.#entry(test, when) ?? this.#flag(test, Boolean, when);
      case 'call':
        return this.#entry(test, when) ?? this.#claimed(test, when);
      default:
        return undefined;
    }
  }

  /** `seen.has(id)`, `seen[id]`: it is refused when something is there. */
  #entry(test: Expression, when: boolean): Refusal | undefined {
    if (when) return undefined;
    if (test.kind === 'member') return typeof test.property === 'string' ? undefined : this.#keyed(test.object, test.property);
    const [key] = test.kind === 'call' ? test.args : [];
    if (test.kind !== 'call' || test.callee.kind !== 'member' || key === undefined || test.args.length > 1) return undefined;
    const asks = typeof test.callee.property === 'string' && asking.has(test.callee.property);
    return asks ? this.#keyed(test.callee.object, key.value) : undefined;
  }

  #keyed(store: Expression, key: Expression): Refusal | undefined {
    const [place, name] = [this.#placeOf(store), wordOf(key)];
    if (place === undefined || name === undefined || !this.#isKept(store)) return undefined;
    const held = optionsOf(this.#tracer.evaluate(store, this.#env));
    if (!held.every(({ kind }) => kind === 'object' || kind === 'array')) return undefined;
    const puts = ({ part }: Change): boolean => {
      const [to, put] = entryOf(part, putting);
      return to !== undefined && put !== undefined && this.#placeOf(to) === place && wordOf(put) === name;
    };
    if (!this.#behind.some(puts) || this.#takesBack(place, key) || this.#touches(place)) return undefined;
    return hasFresh(this.#tracer.evaluate(key, this.#env)) ? undefined : { place, key };
  }

  /** A field or a variable that is given another value, with which the test stops the next call. */
  #flag(kept: Expression, truth: (value: Constant) => boolean, when: boolean): Refusal | undefined {
    const place = this.#placeOf(kept);
    if (place === undefined || !this.#isKept(kept)) return undefined;
    const closes = (value: Expression): boolean | undefined => {
      if (value.kind === 'literal') return truth(value.value) !== when;
      return made.has(value.kind) || (value.kind === 'unary' && value.operator === 'await') ? truth('something') !== when : undefined;
    };
    const assigned = assignedTo(changesIn(this.#fn).changes, (target) => this.#placeOf(target) === place);
    if (assigned.some((change) => !change.failing && closes(change.part.value) !== true && this.#isLater(change))) return undefined;
    if (!assigned.some((change) => this.#behind.includes(change)) || this.#touches(place)) return undefined;
    return this.#reopens(this.#fn, place, (value) => closes(value) !== true, 0) ? undefined : { place };
  }

  /** `if (!reserve(id)) return;`, where the function refuses what it was told before. */
  #claimed(call: CallExpression, when: boolean): Refusal | undefined {
    if (this.#depth >= maxDepth) return undefined;
    const [callee, ...others] = optionsOf(this.#tracer.evaluate(call.callee, this.#env));
    if (callee?.kind !== 'function' || others.length > 0) return undefined;
    this.#tracer.touchAll(wholeOf(callee.env.module, callee.fn));
    const args = this.#tracer.arguments(call, this.#env);
    for (const test of changesIn(callee.fn).tests.values()) {
      const answer = test.otherwise.length === 0 && test.path.length === 0 ? answerOf(test.then) : undefined;
      if (answer === undefined || answer === when) continue;
      const { env } = this.#tracer.activation(callee, args);
      const inner = new Refusing(this.#tracer, callee.fn, env, this.#lives, test, false, this.#depth + 1).of(test.test, false);
      if (inner === undefined) continue;
      const given = givenFor(inner.key, callee, call);
      if (given !== undefined && wordOf(given) !== undefined && this.#takesBack(inner.place, given)) return undefined;
      return { place: inner.place, ...(given === undefined ? {} : { key: given }) };
    }
    return undefined;
  }

  /** The function ends with giving the key free: directly, or by a function that it hands the key to. */
  #takesBack(place: string, key: Expression): boolean {
    const name = wordOf(key);
    return changesIn(this.#fn).changes.some(({ part, failing }) => {
      if (failing) return false;
      const [from, taken] = entryOf(part, removing);
      if (from !== undefined && this.#placeOf(from) === place) return taken === undefined || wordOf(taken) === name;
      if (part.kind !== 'call' || !part.args.some(({ value }) => wordOf(value) === name)) return false;
      return optionsOf(this.#tracer.evaluate(part.callee, this.#env)).some(
        (callee) => callee.kind === 'function' && this.#frees(callee, place),
      );
    });
  }

  #frees(callee: FunctionValue, place: string): boolean {
    this.#tracer.touchAll(wholeOf(callee.env.module, callee.fn));
    return changesIn(callee.fn).changes.some(({ part }) => {
      const [from] = entryOf(part, removing);
      return from !== undefined && placeOf(from) === place;
    });
  }

  /** Methods of the same object, and functions of the same module, that it calls may set it back. */
  #reopens(fn: FunctionNode, place: string, opens: (value: Expression) => boolean, depth: number): boolean {
    return changesIn(fn).changes.some(({ part, failing }) => {
      if (failing || part.kind !== 'call' || depth >= maxDepth) return false;
      const called = this.#ownFunction(part.callee);
      if (called === undefined || called === this.#fn) return false;
      this.#tracer.touchAll(wholeOf(this.#env.module, called));
      const sets = assignedTo(changesIn(called).changes, (target) => placeOf(target) === place);
      return sets.some((change) => !change.failing && opens(change.part.value)) || this.#reopens(called, place, opens, depth + 1);
    });
  }

  #ownFunction(callee: Expression): FunctionNode | undefined {
    if (callee.kind === 'name') return callee.binding?.source?.kind === 'function' ? callee.binding.source.fn : undefined;
    if (callee.kind !== 'member' || callee.object.kind !== 'this') return undefined;
    const self = this.#env.thisValue();
    const member = self?.kind === 'instance' ? self.cls.cls.members.find(({ name }) => name === callee.property) : undefined;
    return member?.value?.kind === 'function' && self?.kind === 'instance' && self.cls.env.module === this.#env.module
      ? member.value
      : undefined;
  }

  /** The side that refuses does something to it as well: each call does the other thing. */
  #touches(place: string): boolean {
    const refused = new Set<readonly Statement[]>([this.#refused]);
    return changesIn(this.#fn).changes.some(({ part, path }) => {
      if (!path.some((list) => refused.has(list))) return false;
      const target = part.kind === 'assign' ? part.target : part.kind === 'unary' ? part.operand : part.callee;
      return [target, ...(target.kind === 'member' ? [target.object] : [])].some((one) => this.#placeOf(one) === place);
    });
  }

  #placeOf(expression: Expression): string | undefined {
    return placeOf(expression);
  }

  /** It is there for the next call. */
  #isKept(expression: Expression): boolean {
    let root = expression;
    while (root.kind === 'member') root = root.object;
    if (root.kind === 'this') {
      const self = this.#env.thisValue();
      return self?.kind === 'instance' && !this.#lives.isCreated(self) && expression.kind === 'member';
    }
    const binding = root.kind === 'name' ? root.binding : undefined;
    if (binding === undefined || (binding.kind !== 'const' && binding.kind !== 'variable' && binding.kind !== 'import')) return false;
    if (binding.owner.kind === 'module') return true;
    const holder = this.#env.holding(binding);
    return holder !== undefined && !this.#lives.isLocal(holder);
  }
}

const asking: ReadonlySet<string> = new Set(['has', 'includes', 'get', '__contains__']);
const putting: ReadonlySet<string> = new Set(['add', 'append', 'push', 'set', 'setdefault']);
const removing: ReadonlySet<string> = new Set(['clear', 'delete', 'discard', 'pop', 'remove']);
/** Expressions that give something, and never nothing. */
const made: ReadonlySet<string> = new Set(['array', 'object', 'call', 'function', 'template']);

/** The store and the key of a call or an assignment that puts in an entry, or takes it out. */
function entryOf(part: Change['part'], names: ReadonlySet<string>): readonly [store?: Expression, key?: Expression] {
  if (part.kind === 'call') {
    const { callee } = part;
    const fits = callee.kind === 'member' && typeof callee.property === 'string' && names.has(callee.property);
    return fits ? [callee.object, part.args[0]?.value] : [];
  }
  const target =
    part.kind === 'assign' && names === putting
      ? part.target
      : part.kind === 'unary' && part.operator === 'delete' && names === removing
        ? part.operand
        : undefined;
  return target?.kind === 'member' && typeof target.property !== 'string' ? [target.object, target.property] : [];
}

type Assigned = Change & { readonly part: { readonly kind: 'assign' } };

function assignedTo(changes: readonly Change[], isTarget: (target: Expression) => boolean): readonly Assigned[] {
  return changes.filter((change): change is Assigned => change.part.kind === 'assign' && isTarget(change.part.target));
}

/** What a side that ends the function answers, as a test takes it. */
function answerOf(side: readonly Statement[]): boolean | undefined {
  const last = side.at(-1);
  if (last?.kind !== 'return') return undefined;
  if (last.value === undefined) return false;
  return last.value.kind === 'literal' ? Boolean(last.value.value) : undefined;
}

/** What the caller gave for the parameter that is the key. */
function givenFor(key: Expression | undefined, { fn }: FunctionValue, call: CallExpression): Expression | undefined {
  const binding = key?.kind === 'name' ? key.binding : undefined;
  const index = binding === undefined ? -1 : fn.parameters.findIndex(({ bindings }) => bindings.includes(binding));
  return index < 0 ? undefined : (call.args.find(({ name }) => name !== undefined && name === binding!.name) ?? call.args[index])?.value;
}

const numbers = new WeakMap<Binding, number>();
let next = 0;

/** Equal for expressions that name the same variable, or the same field of the same object; `undefined` for others. */
function placeOf(expression: Expression): string | undefined {
  switch (expression.kind) {
    case 'this':
      return 'this';
    case 'name': {
      const { binding } = expression;
      if (binding === undefined) return undefined;
      let number = numbers.get(binding);
      if (number === undefined) numbers.set(binding, (number = next++));
      return `#${number}`;
    }
    case 'member': {
      const object = typeof expression.property === 'string' ? placeOf(expression.object) : undefined;
      return object === undefined ? undefined : `${object}.${String(expression.property)}`;
    }
    default:
      return undefined;
  }
}

/** The same for keys, which may be constants. */
function wordOf(key: Expression): string | undefined {
  return key.kind === 'literal' ? JSON.stringify(key.value) : placeOf(key);
}

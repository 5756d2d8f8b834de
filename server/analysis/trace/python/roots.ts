/**
 * Where a changed thing is kept: `order = self._find(id); order.status = 'gone'` changes what lies in `self`. Names, loops and functions
 * of the project that hand out a part of something are followed back to an object, a module or a parameter.
 */
import type { Binding, CallExpression, Expression, FunctionNode, MemberExpression, NameExpression, PathStep } from '../../syntax/ir.js';
import { bodyOf } from '../../syntax/inner.js';
import type { Activation, Env, Remembered } from '../env.js';
import { getterOf } from '../instances.js';
import { calleesOf } from '../invoke.js';
import { eachInBody, eachReturned } from '../parts.js';
import type { Tracer } from '../tracer.js';
import { optionsOf, type FunctionValue } from '../value.js';

/** `this`, or a name that is no local variable, in the execution in which it means something. */
export interface KeptRoot {
  readonly expression: Expression;
  readonly env: Env;
  /** The way from there to what is changed, as far as it has names. */
  readonly names: readonly string[];
  /** It is a part that was taken out before. */
  readonly entry: boolean;
}

const maxDepth = 8;
const maxRoots = 6;

/** All things that a place may be part of. */
export function keptRoots(tracer: Tracer, target: Expression, env: Env): readonly KeptRoot[] {
  const found: KeptRoot[] = [];
  new Search(tracer, found).look(target, env, [], false, 0);
  return found;
}

/** Methods of dictionaries and lists that give what lies in them, not a copy. */
const giving: ReadonlySet<string> = new Set(['get', 'setdefault', 'values', 'items', '__getitem__', '__getattribute__']);
/** Functions whose result holds the same things. */
const handing: ReadonlySet<string> = new Set([
  'list',
  'tuple',
  'sorted',
  'reversed',
  'enumerate',
  'filter',
  'next',
  'iter',
  'getattr',
  'cast',
  'zip',
  'min',
  'max',
]);

class Search {
  readonly #tracer: Tracer;
  readonly #found: KeptRoot[];
  readonly #seen = new Set<Expression | Binding>();

  constructor(tracer: Tracer, found: KeptRoot[]) {
    this.#tracer = tracer;
    this.#found = found;
  }

  look(at: Expression, env: Env, names: readonly string[], entry: boolean, depth: number): void {
    if (depth > maxDepth || this.#found.length >= maxRoots) return;
    switch (at.kind) {
      case 'this':
        this.#found.push({ expression: at, env, names, entry });
        return;
      case 'name':
        return this.#name(at, env, names, entry, depth);
      case 'member':
        return this.#member(at, env, names, entry, depth);
      case 'unary':
        if (at.operator === 'await' || at.operator === 'with') this.look(at.operand, env, names, entry, depth);
        return;
      case 'binary':
        if (at.operator !== '||' && at.operator !== '&&') return;
        this.look(at.left, env, names, entry, depth);
        return this.look(at.right, env, names, entry, depth);
      case 'conditional':
        this.look(at.whenTrue, env, names, entry, depth);
        return this.look(at.whenFalse, env, names, entry, depth);
      case 'call':
        return this.#call(at, env, names, depth);
      default:
    }
  }

  #member(at: MemberExpression, env: Env, names: readonly string[], entry: boolean, depth: number): void {
    const { object, property } = at;
    if (typeof property !== 'string') return this.look(object, env, names, true, depth);
    const getters = optionsOf(this.#tracer.evaluate(object, env)).flatMap((option) =>
      option.kind === 'instance' ? (getterOf(this.#tracer, option, property) ?? []) : [],
    );
    if (getters.length === 0) return this.look(object, env, [property, ...names], entry, depth);
    for (const getter of getters) {
      if (this.#seen.has(getter.fn)) continue;
      this.#seen.add(getter.fn);
      const inner = this.#tracer.activation(getter, []).env;
      eachReturned(getter.fn.body, (value) => this.look(value, inner, names, entry, depth + 1));
      this.#seen.delete(getter.fn);
    }
  }

  #name(at: NameExpression, env: Env, names: readonly string[], entry: boolean, depth: number): void {
    const { binding } = at;
    if (binding === undefined || this.#seen.has(binding)) return;
    const { owner, source } = binding;
    const isLocal = owner.kind === 'function' || owner.kind === 'loop';
    if (!isLocal || binding.kind === 'parameter') {
      this.#found.push({ expression: at, env, names: [binding.name, ...names], entry });
      if (binding.kind !== 'parameter') return;
    }
    this.#seen.add(binding);
    if (source?.kind === 'loop') {
      const over = source.loop.iterable;
      if (over !== undefined) this.look(over, env, names, true, depth + 1);
    } else if (source?.kind === 'value') this.#part(source.value, source.path, env, names, depth + 1);
    for (const write of binding.writes) if (write.operator === '=') this.#part(write.value, write.path, env, names, depth + 1);
    this.#seen.delete(binding);
  }

  /** What a pattern takes out of a value. */
  #part(value: Expression, path: readonly PathStep[], env: Env, names: readonly string[], depth: number): void {
    const [step] = path;
    if (value.kind === 'array' && typeof step === 'number') {
      const item = value.items[step];
      if (item !== undefined && !item.spread) this.look(item.value, env, names, true, depth);
    } else this.look(value, env, names, true, depth);
  }

  #call(call: CallExpression, env: Env, names: readonly string[], depth: number): void {
    const { callee } = call;
    if (callee.kind === 'member' && typeof callee.property === 'string' && giving.has(callee.property)) {
      this.look(callee.object, env, names, true, depth + 1);
      if (callee.property !== 'get') return;
    }
    const [first] = call.args;
    if (callee.kind === 'name' && callee.binding === undefined && handing.has(callee.name)) {
      if (first !== undefined) this.look(first.value, env, names, true, depth + 1);
      return;
    }
    if (this.#seen.has(call)) return;
    this.#seen.add(call);
    for (const { value } of calleesOf(this.#tracer, call, env))
      if (value.kind === 'function') this.#answers(value, call, env, names, depth + 1);
    this.#seen.delete(call);
  }

  /** What a function of the project hands back, where that is a part of something. */
  #answers(fn: FunctionValue, call: CallExpression, env: Env, names: readonly string[], depth: number): void {
    const activation = this.#tracer.activation(fn, this.#tracer.arguments(call, env));
    const { parts, items } = handedBack(this.#tracer, fn, activation, depth);
    // `[task for task in tasks]` is another list with the same things.
    for (const root of names.length > 0 ? [...parts, ...items] : parts) {
      if (this.#found.length >= maxRoots) return;
      // Its own parameters are what it was called with.
      const index = root.expression.kind === 'name' ? parameterIndex(fn.fn, root.expression.binding) : -1;
      if (index < 0) this.#found.push({ ...root, names: [...root.names, ...names] });
      else {
        const given = givenAt(fn, index, call);
        if (given !== undefined) this.look(given, env, [...root.names.slice(1), ...names], true, depth);
      }
    }
  }
}

/** The things of which a function hands back parts, and those of which it hands back items, one after the other. */
interface Handed {
  readonly parts: readonly KeptRoot[];
  readonly items: readonly KeptRoot[];
}

const nothing: Handed = { parts: [], items: [] };

/** What a function hands back, looked for once for each way of calling it. */
function handedBack(tracer: Tracer, { fn }: FunctionValue, { env, summaries }: Activation, depth: number): Handed {
  const known = summaries.get(handedBack) as Remembered<Handed> | undefined;
  if (tracer.serves(known)) return tracer.reuse(known);
  if (depth > maxDepth) return nothing;
  // While it is looked at, a function that calls itself hands nothing back.
  summaries.set(
    handedBack,
    tracer.remember(() => nothing),
  );
  const answer = tracer.remember(() => {
    tracer.touchAll(bodyOf(env.module, fn));
    const found = { parts: [] as KeptRoot[], items: [] as KeptRoot[] };
    const search = new Search(tracer, found.parts);
    eachReturned(fn.body, (value) => search.look(value, env, [], true, depth));
    if (fn.generator) eachYielded(fn.body, new Search(tracer, found.items), env, depth);
    return found;
  });
  summaries.set(handedBack, answer);
  return answer.value;
}

function eachYielded(body: FunctionNode['body'], search: Search, env: Env, depth: number): void {
  const look = (part: Expression): void => {
    if (part.kind === 'unary' && part.operator.startsWith('yield')) search.look(part.operand, env, [], true, depth);
  };
  eachInBody(body, look, false);
}

/** The place of the parameter that a name stands for; -1 when it is none of this function. */
export function parameterIndex({ parameters }: FunctionNode, binding: Binding | undefined): number {
  return binding === undefined ? -1 : parameters.findIndex(({ bindings }) => bindings.includes(binding));
}

/** The argument that a call gives for a parameter, as it is written. */
export function givenAt({ fn, bound }: FunctionValue, index: number, { args }: CallExpression): Expression | undefined {
  const parameter = fn.parameters[index];
  if (parameter === undefined || parameter.packs !== undefined) return undefined;
  const byName = args.find(({ name }) => name !== undefined && name === parameter.name);
  if (byName !== undefined) return byName.value;
  if (bound !== undefined || args.some(({ spread }) => spread)) return undefined;
  const byPlace = args.filter(({ name }) => name === undefined)[index];
  return byPlace?.value;
}

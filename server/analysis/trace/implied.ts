/** Calls that are not written: what operators, loops, `await`, attributes … run of the class of an object. */
import { plainName } from '../languages.js';
import type {
  AssignExpression,
  Binding,
  BinaryExpression,
  CallExpression,
  Expression,
  MemberExpression,
  SourceLanguage,
  UnaryExpression,
} from '../syntax/ir.js';
import type { Env } from './env.js';
import { staticMember } from './static-members.js';
import { calleesOf, type Callee } from './invoke.js';
import { protocolsOf, type Protocols } from './protocol-names.js';
import { mayBeAwaitable } from './awaitable.js';
import { accessors, has, isOther, methodsNamed, protocolsFor } from './protocols.js';
import { isSubscript } from './selected.js';
import type { Tracer } from './tracer.js';
import { constant, derived, optionsOf, stringOf, type FunctionValue, type InstanceValue, type ObjectValue, type Value } from './value.js';

/** Expressions that do nothing where they stand. */
export const idle: ReadonlySet<Expression['kind']> = new Set(['literal', 'name', 'this', 'super', 'function', 'class'] as const);

/** A function that runs, as a call at the place of what makes it run. */
export interface ImpliedCall {
  readonly fn: FunctionValue;
  readonly args: readonly Value[];
  readonly call: CallExpression;
}

/** What an expression runs beside the calls that stand in it. */
export function impliedBy(tracer: Tracer, expression: Expression, env: Env): readonly ImpliedCall[] {
  const uses = new Uses(tracer, env);
  uses.of(expression);
  return uses.found;
}

/** What looking up the function that a call calls runs: `callees` are known already. */
export function impliedByCallee(tracer: Tracer, callee: Expression, callees: readonly Callee[], env: Env): readonly ImpliedCall[] {
  if (callee.kind !== 'member' || callee.object.kind === 'super') return [];
  const uses = new Uses(tracer, env);
  const receivers = new Set(callees.flatMap(({ receiver }) => receiver ?? []));
  if (isSubscript(callee)) uses.of(callee);
  // What stands for a slice is no attribute.
  else if (typeof callee.property === 'string' && callee.propertySpan.start < callee.span.end)
    uses.readOf([...receivers], callee, callee.property);
  return uses.found;
}

/** What a test runs to find out whether a value counts as true. */
export function impliedByTest(tracer: Tracer, test: Expression, env: Env): readonly ImpliedCall[] {
  const uses = new Uses(tracer, env);
  uses.tested(test);
  return uses.found;
}

/** What a loop runs to get its items. */
export function impliedByLoop(tracer: Tracer, iterable: Expression, env: Env): readonly ImpliedCall[] {
  const uses = new Uses(tracer, env);
  uses.iterated(iterable);
  return uses.found;
}

/** What runs when names are given parts of a value. */
export function impliedByNames(tracer: Tracer, bindings: readonly Binding[], value: Expression, env: Env): readonly ImpliedCall[] {
  const uses = new Uses(tracer, env);
  let all = false;
  for (const { source } of bindings) {
    const step = source?.kind === 'value' ? source.path[0] : undefined;
    if (typeof step === 'string') uses.read(value, value, step);
    else if (step !== undefined) all = true;
  }
  if (all) uses.iterated(value);
  return uses.found;
}

class Uses {
  readonly found: ImpliedCall[] = [];
  readonly #tracer: Tracer;
  readonly #env: Env;

  constructor(tracer: Tracer, env: Env) {
    this.#tracer = tracer;
    this.#env = env;
  }

  of(expression: Expression): void {
    switch (expression.kind) {
      case 'member':
        if (isSubscript(expression)) this.#selected(expression);
        else if (typeof expression.property === 'string') this.read(expression.object, expression, expression.property);
        return;
      case 'template':
        for (const hole of expression.holes)
          if (this.#env.module.language === 'python' || isMade(hole)) this.#ask(hole, hole, (names) => names.text);
        return;
      case 'array':
        for (const { value, spread } of expression.items) if (spread) this.iterated(value);
        return;
      case 'unary':
        return this.#unary(expression);
      case 'binary':
        return this.#binary(expression);
      case 'conditional':
        return this.tested(expression.test);
      case 'assign':
        return this.#assigned(expression);
      case 'call':
        return this.#call(expression);
      default:
    }
  }

  /** `if value`; what `not`, `and` and `or` put together was asked where they stand. */
  tested(test: Expression): void {
    if (test.kind === 'unary' && test.operator === '!') return;
    if (test.kind === 'binary') return test.operator === '&&' || test.operator === '||' ? this.tested(test.right) : undefined;
    this.#ask(test, test, (names) => names.truth);
  }

  iterated(iterable: Expression): void {
    for (const option of this.#instances(iterable)) {
      const { iterate, next, item } = protocolsFor(option);
      for (const fn of methodsNamed(this.#tracer, option, iterate)) {
        const byIndex = item.includes(fn.fn.name ?? '');
        const args = byIndex ? [derived('index', [])] : [];
        this.#run(fn, args, iterable);
        if (byIndex || fn.fn.generator) continue;
        for (const given of optionsOf(this.#tracer.callFunction(fn, args)))
          if (given.kind === 'instance') for (const step of methodsNamed(this.#tracer, given, next)) this.#run(step, [], iterable);
      }
    }
  }

  /** `object.name` */
  read(object: Expression, at: Expression, name: string): void {
    this.readOf(this.#options(object), at, name);
  }

  readOf(options: readonly Value[], at: Expression, name: string): void {
    for (const option of options) {
      if (option.kind === 'object') for (const fn of this.#getters(option, name)) this.#run(fn, [], at);
      if (option.kind !== 'instance') continue;
      const { anyAttribute, otherAttribute, get } = protocolsFor(option);
      const key = constant(name);
      const own = accessors(this.#tracer, option, name, 'getter');
      for (const fn of own) this.#run(fn, get.includes(fn.fn.name ?? '') ? [option, option.cls] : [], at);
      for (const fn of methodsNamed(this.#tracer, option, anyAttribute)) this.#run(fn, [key], at);
      if (otherAttribute.length > 0 && !/^(?:__\w+__|\d+)$/.test(name) && isOther(this.#tracer, option, name))
        for (const fn of methodsNamed(this.#tracer, option, otherAttribute)) this.#run(fn, [key], at);
    }
  }

  /** `object[key]`, `Class[key]` */
  #selected(expression: MemberExpression): void {
    const { object } = expression;
    if (this.#env.module.language !== 'python') return;
    this.#ask(object, expression, (names) => names.item, [keyOf(expression)]);
    for (const option of this.#options(object)) {
      const { generic } = protocolsOf(this.#env.module.language);
      if (option.kind !== 'class' || !generic.some((name) => has(this.#tracer, option, name))) continue;
      for (const fn of optionsOf(staticMember(this.#tracer, option, generic[0]!)))
        if (fn.kind === 'function') this.#run(fn, this.#values([keyOf(expression)]), expression);
    }
  }

  #getters({ node, properties }: ObjectValue, name: string): readonly FunctionValue[] {
    if (node?.kind !== 'object') return [];
    return node.entries.flatMap((entry) => {
      if (entry.kind !== 'accessor' || entry.set || entry.key !== name) return [];
      const written = properties.get(name)?.written;
      return written?.value === entry.value ? [this.#tracer.functionValue(entry.value, written.env)] : [];
    });
  }

  #unary({ operator, operand }: UnaryExpression): void {
    switch (operator) {
      case 'await':
        return this.#awaited(operand);
      case 'with':
        return this.#ask(operand, operand, (names) => names.with);
      case 'leave':
        return this.#ask(operand, operand, (names) => names.leave);
      case 'yield*':
        return this.iterated(operand);
      case '!':
        return this.tested(operand);
      case 'delete':
        if (operand.kind !== 'member') return;
        if (isSubscript(operand)) return this.#ask(operand.object, operand, (names) => names.deleteItem, [keyOf(operand)]);
        return this.#changed(operand, 'deleter', []);
      default:
        if (protocolsOf(this.#env.module.language).unary[operator] === undefined) return;
        return this.#ask(operand, operand, (names) => names.unary[operator] ?? []);
    }
  }

  #awaited(operand: Expression): void {
    if (!mayBeAwaitable(this.#tracer, operand, this.#env)) return;
    // A promise of TypeScript hands what it comes to to a function.
    const args = this.#env.module.language === 'python' ? [] : [this.#tracer.external('global', 'Promise.resolve')];
    for (const option of this.#instances(operand))
      for (const fn of methodsNamed(this.#tracer, option, protocolsFor(option).await)) this.#run(fn, args, operand);
  }

  #binary({ operator, left, right }: BinaryExpression): void {
    if (operator === '&&' || operator === '||') return this.tested(left);
    if (this.#env.module.language !== 'python') return;
    if (operator === 'in') return this.#contains(left, right);
    // `is` and comparisons with `None` ask nobody.
    if ((operator === '===' || operator === '!==') && [left, right].some(isPlain)) return;
    if (operator === '%' && (left.kind === 'literal' || left.kind === 'template')) {
      const given = right.kind === 'array' ? right.items.map(({ value }) => value) : [right];
      for (const value of given) this.#ask(value, value, (names) => names.text);
      return;
    }
    if (protocolsOf('python').binary[operator] === undefined) return;
    const before = this.found.length;
    this.#ask(left, left, (names) => names.binary[operator]?.left ?? [], [right]);
    if (this.found.length === before) this.#ask(right, right, (names) => names.binary[operator]?.right ?? [], [left]);
  }

  #contains(item: Expression, whole: Expression): void {
    const before = this.found.length;
    this.#ask(whole, whole, (names) => names.contains.slice(0, 1), [item]);
    if (this.found.length === before) this.iterated(whole);
  }

  #assigned({ target, operator, value }: AssignExpression): void {
    const adds = operator !== '=';
    if (adds) {
      if (target.kind === 'member') this.of(target);
      this.#ask(target, target, (names) => names.assigning[operator] ?? [], [value]);
    }
    if (target.kind !== 'member') return;
    if (isSubscript(target)) this.#ask(target.object, target, (names) => names.setItem, [keyOf(target), value]);
    else this.#changed(target, 'setter', [value]);
  }

  /** `object.name = value` and `del object.name` */
  #changed(target: MemberExpression, how: 'setter' | 'deleter', args: readonly Expression[]): void {
    const { property } = target;
    if (typeof property !== 'string') return;
    for (const option of this.#instances(target.object)) {
      const names = protocolsFor(option);
      const described = how === 'setter' ? names.set : names.delete;
      for (const fn of accessors(this.#tracer, option, property, how))
        this.#run(fn, [...(described.includes(fn.fn.name ?? '') ? [option] : []), ...this.#values(args)], target, args);
      const any = how === 'setter' ? names.setAttribute : names.deleteAttribute;
      for (const fn of methodsNamed(this.#tracer, option, any))
        this.#run(fn, [constant(property), ...this.#values(args)], target, [keyOf(target), ...args]);
    }
  }

  #call(call: CallExpression): void {
    for (const { value, spread, name } of call.args) if (spread && name === undefined) this.iterated(value);
    const { callee, args } = call;
    if (callee.kind === 'member' && callee.property === 'slice' && callee.propertySpan.start === call.argsSpan.start)
      return this.#ask(callee.object, callee.object, (names) => names.item, [
        { kind: 'opaque', span: call.argsSpan, children: args.map(({ value }) => value) },
      ]);
    if (args.length === 0) return;
    const used = this.#usedBy(call);
    if (used === undefined) return;
    if (used === 'read' || used === 'write' || used === 'remove') return this.#byName(call, used);
    for (const { value } of args) {
      if (used === 'iterate') this.iterated(value);
      else if (used === 'await') this.#awaited(value);
      else if (used === 'truth') this.tested(value);
      else this.#ask(value, value, (names) => (typeof used === 'string' ? names[used] : used));
    }
  }

  /** `getattr(object, name)` */
  #byName({ args, callee }: CallExpression, how: 'read' | 'write' | 'remove'): void {
    const [object, key, value] = args.map((argument) => argument.value);
    if (object === undefined || key === undefined) return;
    const name = stringOf(this.#tracer.evaluate(key, this.#env));
    if (name === undefined) {
      if (how !== 'read')
        return this.#ask(
          object,
          callee,
          (names) => (how === 'write' ? names.setAttribute : names.deleteAttribute),
          args.slice(1).map((argument) => argument.value),
        );
      this.#ask(object, callee, (names) => names.anyAttribute, [key]);
      return this.#ask(object, callee, (names) => names.otherAttribute, [key]);
    }
    if (how === 'read') return this.read(object, callee, name);
    const { span } = callee;
    const target: MemberExpression = { kind: 'member', span, object, property: name, propertySpan: key.span, optional: false };
    this.#changed(target, how === 'write' ? 'setter' : 'deleter', value === undefined ? [] : [value]);
  }

  /** How a function of the language or of its library uses what it is given. */
  #usedBy(call: CallExpression): Protocols['functions'][string] | undefined {
    const { functions, methods } = protocolsOf(this.#env.module.language);
    const named = call.callee.kind === 'member' ? call.callee.property : call.callee.kind === 'name' ? call.callee.name : undefined;
    if (typeof named !== 'string' || !wordsOf(this.#env.module.language).has(named)) return undefined;
    for (const { value, receiver, method } of calleesOf(this.#tracer, call, this.#env)) {
      if (method !== undefined && receiver !== undefined && isData(receiver) && methods[method] !== undefined) return methods[method];
      if (value.kind !== 'external') continue;
      const library = plainName(value.library);
      const used = functions[library === 'builtins' || library === 'global' ? value.path : `${library}.${value.path}`];
      if (used !== undefined) return used;
    }
    return undefined;
  }

  /** Runs the first of these methods that there is; `written`: what it is given. */
  #ask(object: Expression, at: Expression, names: (of: Protocols) => readonly string[], written: readonly Expression[] = []): void {
    if (names(protocolsOf(this.#env.module.language)).length === 0) return;
    for (const option of this.#instances(object)) {
      const methods = methodsNamed(this.#tracer, option, names(protocolsFor(option)));
      for (const fn of methods) this.#run(fn, this.#values(written), at, written);
    }
  }

  #values(written: readonly Expression[]): readonly Value[] {
    return written.map((value) => this.#tracer.evaluate(value, this.#env));
  }

  #instances(object: Expression): readonly InstanceValue[] {
    return this.#options(object).filter((option) => option.kind === 'instance');
  }

  /** Looked at beside the walk: it costs nothing of what a tool may take. */
  #options(object: Expression): readonly Value[] {
    if (!objects.has(object.kind) && !(operated.has(object.kind) && this.#env.module.language === 'python')) return [];
    const before = this.#tracer.steps;
    const options = optionsOf(this.#tracer.evaluate(object, this.#env));
    this.#tracer.spend(before - this.#tracer.steps);
    return options;
  }

  #run(fn: FunctionValue, args: readonly Value[], at: Expression, written: readonly Expression[] = []): void {
    const { span } = at;
    const given = written.map((value) => ({ value, spread: false, span: value.span }));
    const call: CallExpression = { kind: 'call', span, callee: at, args: given, isNew: false, optional: false, argsSpan: span };
    this.found.push({ fn, args, call });
  }
}

/** The key of `value[key]` or `value.key`. */
function keyOf({ property, propertySpan }: MemberExpression): Expression {
  return typeof property === 'string' ? { kind: 'literal', span: propertySpan, value: property } : property;
}

/** `new Name()`, or a name of it. */
function isMade(expression: Expression): boolean {
  const source = expression.kind === 'name' ? expression.binding?.source : undefined;
  const made = source?.kind === 'value' && source.path.length === 0 ? source.value : expression;
  return made.kind === 'call' && made.isNew;
}

/** What may stand for an object of a class. In TypeScript no operator gives one of its own. */
const objects: ReadonlySet<Expression['kind']> = new Set(['name', 'member', 'call', 'this', 'unary', 'assign'] as const);
const operated: ReadonlySet<Expression['kind']> = new Set(['binary', 'conditional'] as const);

const words = new Map<SourceLanguage, ReadonlySet<string>>();

/** Last names of functions and methods that use what they are given; most calls are of others. */
function wordsOf(language: SourceLanguage): ReadonlySet<string> {
  let found = words.get(language);
  if (found === undefined) {
    const { functions, methods } = protocolsOf(language);
    const names = [...Object.keys(functions), ...Object.keys(methods)];
    words.set(language, (found = new Set(names.map((name) => name.split(/[.#]/).pop()!))));
  }
  return found;
}

/** A text or a list. */
function isData({ kind }: Value): boolean {
  return kind === 'constant' || kind === 'text' || kind === 'array' || kind === 'object';
}

function isPlain(expression: Expression): boolean {
  return expression.kind === 'literal' && typeof expression.value !== 'string' && typeof expression.value !== 'number';
}

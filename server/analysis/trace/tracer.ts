/**
 * Answers one question, on demand and remembered: where does this value come from? No statement is executed; a name is
 * looked up when it is asked for, a function is entered when its result matters, and each call has its own parameters.
 */
import type { Place, Span } from '../../../rules/kit/index.js';
import type { Binding, CallExpression, Expression, FunctionNode, LoopStatement, MemberExpression, Module } from '../syntax/ir.js';
import { allOf, pieceAt, type Piece } from '../syntax/inner.js';
import { sectionsOf } from '../syntax/sections.js';
import { isAlike } from './alike.js';
import { givenArguments } from './arguments.js';
import { asked, mayRun } from './bounded.js';
import { Cells, grown, type Put } from './cells.js';
import { Changes } from './changes.js';
import { Elsewhere } from './elsewhere.js';
import { type Activation, Env, type Ground, type Remembered } from './env.js';
import { Executions } from './executions.js';
import { Grounds, type GroundSet } from './grounds.js';
import { evaluateTag } from './invoke.js';
import type { Libraries } from './library.js';
import { exported, link } from './links.js';
import { list, object, template } from './literals.js';
import type { Looser } from './looser.js';
import { asOne } from './gathered.js';
import { limits } from './limits.js';
import { iterations, within } from './loops.js';
import { memberOf, superMember } from './members.js';
import { globalValue, modulePath } from './module-paths.js';
import type { Texts } from './name-index.js';
import { nameValue } from './names.js';
import { binaryValue, unaryValue } from './operators.js';
import { callValue } from './call-value.js';
import type { Program } from './loaded.js';
import { selected } from './selected.js';
import { Recursion } from './recursion.js';
import { resultsOf } from './results.js';
import { assertedValue, typedValue } from './types.js';
import { truthOf } from './truth.js';
import { constant, derived, nextId, optionsOf, union, unknown, type FunctionValue, type Value } from './value.js';
import { Ways } from './ways.js';

const nothing: GroundSet = [];

export class Tracer {
  readonly program: Program;
  readonly libraries: Libraries;
  /** A bound was reached since {@link begin}: answers are incomplete. */
  exhausted = false;
  /** Many things that are alike are followed together. */
  gathers = false;
  /** Somebody hears which objects of the model become the fields of what is written. */
  tellsFields = false;
  /** What is remembered of functions that were entered. */
  readonly executions = new Executions();
  readonly #cells = new Cells();
  /** What code of other files assigns and inherits. */
  readonly elsewhere: Elsewhere;
  readonly changes = new Changes();
  readonly #modules = new Map<string, Env>();
  /** Names and expressions that are being looked at. */
  readonly busy = new Set<object>();
  readonly #recursion = new Recursion();
  /** What a file has beside its statements: its imports, types and exports, and that it is there. */
  readonly #outlines = new Map<string, Ground>();
  readonly #grounds = new Grounds();
  #depth = 0;
  #steps = 0;
  /** Counts what was left out because there were no steps left, and what rests on that. */
  #cuts = 0;
  /** What has steps of its own, by a number; answers that were cut short hold for that only. */
  #allowance = 0;
  #allowances = 0;
  #allowed: number = limits.steps;
  readonly #ways = new Ways(limits.ways);

  constructor(program: Program, libraries: Libraries) {
    this.program = program;
    this.libraries = libraries;
    this.elsewhere = new Elsewhere(
      (file) => program.moduleOf(file),
      (ground) => this.#grounds.add(ground),
    );
  }

  /** Takes the files whose code may assign members of what others declare, or inherit from it. */
  look(files: ReadonlySet<string>, texts: Texts): void {
    this.elsewhere.update(files, texts, (ground) => this.changes.mark([ground]));
  }

  /** Starts to work something out for a statement. `steps`: how many expressions may be looked at; `ways`: to call one function. */
  begin(module: Module, offset: number, steps: number = limits.steps, ways: number = limits.ways): void {
    this.executions.begin(pieceAt(module, offset) ?? this.#outline(module.file));
    this.exhausted = this.gathers = false;
    this.#ways.begin(ways);
    this.#steps = 0;
    this.#allowed = steps;
    this.#allowance = ++this.#allowances;
  }

  /** Works something out with bounds of its own; without a value when they did not suffice. */
  aside<T>(steps: number, compute: () => T): { readonly value?: T; readonly steps: number } {
    const [before, allowed, allowance] = [this.#steps, this.#allowed, this.#allowance];
    const [exhausted, entered] = [this.exhausted, this.#ways.aside()];
    this.exhausted = false;
    this.#steps = 0;
    this.#allowed = steps;
    this.#allowance = ++this.#allowances;
    const value = compute();
    const answer = { ...(this.exhausted ? {} : { value }), steps: this.#steps };
    this.exhausted = exhausted;
    this.#steps = before;
    this.#allowed = allowed;
    this.#allowance = allowance;
    this.#ways.back(entered);
    return answer;
  }

  /** Something is left out: what rests on that is an answer for now only. */
  cutShort(): void {
    this.exhausted = true;
    this.#cuts++;
  }

  /** It costs as much as looking at so many expressions; less than nothing gives them back. */
  spend(steps: number): void {
    this.#steps = Math.max(0, this.#steps + steps);
  }

  /** Expressions looked at since {@link begin}. */
  get steps(): number {
    return this.#steps;
  }

  remember<T>(compute: () => T): Remembered<T> {
    const answer = this.apart(compute);
    this.reuse(answer);
    return answer;
  }

  /** The same, and what is worked out around it rests on nothing of it. */
  apart<T>(compute: () => T): Remembered<T> {
    let value!: T;
    const cuts = this.#cuts;
    const grounds = this.#grounds.of(() => void (value = compute()));
    return { value, grounds, checked: this.changes.now, ...(this.#cuts === cuts ? {} : { cut: this.#allowance }) };
  }

  /** Whether an answer was given, and nothing that it rests on has changed since. */
  holds<T>(answer: Remembered<T> | undefined): answer is Remembered<T> {
    if (answer === undefined) return false;
    const { now } = this.changes;
    if (answer.checked === now) return true;
    if (this.changes.concern(answer.grounds, answer.checked)) return false;
    answer.checked = now;
    return true;
  }

  /** It holds, and was not cut short for something else that had other bounds. */
  serves<T>(answer: Remembered<T> | undefined): answer is Remembered<T> {
    return this.holds(answer) && (answer.cut === undefined || answer.cut === this.#allowance);
  }

  reuse<T>(answer: Remembered<T>): T {
    if (answer.cut !== undefined) this.#cuts++;
    this.#grounds.addAll(answer.grounds);
    return answer.value;
  }

  /** The answer that is worked out rests on the statement at an offset of a module. */
  touch(module: Module, offset: number): void {
    const piece = pieceAt(module, offset);
    if (piece === undefined) this.touchOutline(module.file);
    else this.#grounds.add(piece);
  }

  /** It rests on these pieces of a module. */
  touchAll(pieces: readonly Ground[]): void {
    for (const piece of pieces) this.#grounds.add(piece);
  }

  /** It rests on what a file imports and exports, or on whether it is there. */
  touchOutline(file: string): void {
    this.#grounds.add(this.#outline(file));
  }

  /** Takes everything that is put into containers; `true` when what was told before may rest on other contents. */
  settle(puts: readonly Put[], before: readonly Put[] | undefined): boolean {
    return this.#cells.settle(puts, before, (ground) => this.changes.mark([ground]));
  }

  #outline(file: string): Ground {
    let outline = this.#outlines.get(file);
    if (outline === undefined) this.#outlines.set(file, (outline = { number: 0 }));
    return outline;
  }

  /** It rests on where a name is declared. */
  touchName(binding: Binding, module: Module): void {
    if (binding.kind === 'import' || binding.kind === 'type') this.touchOutline(module.file);
    else this.touch(module, binding.span.start);
  }

  /** Forgets what rests on the sections of a module that have changed. */
  forgetPieces(file: string, pieces: readonly Piece[]): void {
    this.changed(pieces.flatMap(allOf));
    this.#modules.get(file)?.forgetGone();
  }

  /** Forgets everything that rests on a file; `before`: what it was read as. */
  forget(file: string, before: Module | undefined): void {
    this.#modules.delete(file);
    this.changed([this.#outline(file), ...(before === undefined ? [] : sectionsOf(before).flatMap(allOf))]);
  }

  /** What rests on one of these is asked again. */
  changed(grounds: readonly Ground[]): void {
    this.changes.mark(grounds);
    for (const ground of grounds) this.executions.stir(ground);
  }

  /** Ends a round of questions: what nobody will ask for again is forgotten. */
  end(): void {
    this.#grounds.forget();
    this.executions.end();
  }

  forgetAll(): void {
    this.#modules.clear();
    this.executions.forgetAll();
  }

  moduleEnv(file: string): Env | undefined {
    this.touchOutline(file);
    const module = this.program.moduleOf(file);
    if (module === undefined) return undefined;
    let env = this.#modules.get(file);
    if (env?.module !== module) this.#modules.set(file, (env = new Env(module, module, undefined)));
    return env;
  }

  /** The value of an expression, with names looked up in `env`. */
  evaluate(expression: Expression, env: Env): Value {
    if (++this.#steps > this.#allowed || this.#depth > limits.depth) {
      this.cutShort();
      return unknown('too much to follow');
    }
    this.#depth++;
    try {
      const value = this.#evaluate(expression, env);
      if (this.gathers && value.kind === 'union') return asOne(this, value);
      return value.kind === 'array' || value.kind === 'object' ? grown(this, value) : value;
    } finally {
      this.#depth--;
    }
  }

  #evaluate(expression: Expression, env: Env): Value {
    switch (expression.kind) {
      case 'literal':
        if (expression.form !== undefined) return derived(expression.form, []);
        return constant(expression.value, this.place(expression.span, env));
      case 'template':
        return expression.tag === undefined ? template(this, expression.texts, expression.holes, env) : evaluateTag(this, expression, env);
      case 'name':
        return expression.binding === undefined ? globalValue(this, expression.name, env) : nameValue(this, expression.binding, env);
      case 'member':
        return this.#member(expression, env);
      case 'call':
        return this.#made(expression, env, () => callValue(this, expression, env));
      case 'object':
        return this.#made(expression, env, () => assertedValue(this, expression, env) ?? object(this, expression, env));
      case 'array':
        return this.#made(expression, env, () => list(this, expression, env));
      case 'function':
        return this.functionValue(expression, env);
      case 'class':
        return this.#made(expression, env, () => ({ kind: 'class', id: nextId(), cls: expression, env }));
      case 'binary':
        return binaryValue(this, expression, env);
      case 'conditional': {
        const test = truthOf(this, this.evaluate(expression.test, env), env);
        if (test !== undefined) return this.evaluate(test ? expression.whenTrue : expression.whenFalse, env);
        return union([this.evaluate(expression.whenTrue, env), this.evaluate(expression.whenFalse, env)]);
      }
      case 'unary':
        return unaryValue(this, expression, env);
      case 'assign':
        return this.evaluate(expression.value, env);
      case 'this':
        return env.thisValue() ?? unknown('`this` outside of a class');
      case 'super':
        return unknown('super');
      case 'sequence':
        return this.evaluate(expression.items[expression.items.length - 1]!, env);
      case 'opaque':
        return derived(
          'expression',
          expression.children.map((child) => this.evaluate(child, env)),
        );
    }
  }

  place(span: Span, env: Env): Place {
    return { file: env.module.file, span };
  }

  #made(expression: Expression, env: Env, make: () => Value): Value {
    const known = env.made.get(expression);
    if (this.serves(known)) return this.reuse(known);
    const before: Value | undefined = (known as Remembered<Value> | undefined)?.value;
    if (this.busy.has(expression) && this.#depth > limits.depth / 2) return unknown('defined by itself');
    this.busy.add(expression);
    let answer = this.remember(() => this.executions.within(env, make));
    this.busy.delete(expression);
    if (before !== undefined && isAlike(before, answer.value)) answer = { ...answer, value: before };
    env.made.set(expression, answer);
    return answer.value;
  }

  functionValue(fn: FunctionNode, env: Env): FunctionValue {
    const known = env.made.get(fn);
    if (known !== undefined) return known.value as FunctionValue;
    const own = fn.arrow || env.self === undefined ? {} : { self: env.self };
    const value: FunctionValue = { kind: 'function', id: nextId(), fn, env, ...own };
    env.made.set(fn, { value, grounds: nothing, checked: this.changes.now });
    return value;
  }

  external(library: string, path: string): Value {
    return { kind: 'external', id: 0, library, path };
  }

  nameValue(binding: Binding, env: Env): Value {
    return nameValue(this, binding, env);
  }

  link(specifier: string, imported: string, from: string): Value {
    return link(this, specifier, imported, from);
  }

  exported(file: string, name: string): Value {
    return exported(this, file, name);
  }

  iterations(loop: LoopStatement, env: Env): readonly Env[] {
    return iterations(this, loop, env);
  }

  within(target: FunctionNode | Module, holder: Env): Env | undefined {
    return within(this, target, holder);
  }

  #member(expression: MemberExpression, env: Env): Value {
    const { object, property } = expression;
    if (object.kind === 'super') return superMember(this, env.homeClass(), env.thisValue(), typeof property === 'string' ? property : '');
    const of = this.evaluate(object, env);
    if (of.kind === 'external' && of.path === 'import.meta')
      return modulePath(`import.meta.${String(property)}`, env) ?? memberOf(this, of, String(property));
    const key = typeof property === 'string' ? constant(property) : this.evaluate(property, env);
    return union(optionsOf(key).map((option) => selected(this, expression, of, option)));
  }

  /** Tells less of values, for what is asked now. */
  get looser(): Looser {
    return this.#ways.looser;
  }

  /** The execution of a function with these arguments; `undefined` arguments are known by their types only. */
  activation(callee: FunctionValue, args: readonly Value[] | undefined): Activation {
    return this.#ways.into(this, callee, args);
  }

  /** The result of a call. Promises and what they resolve to are not told apart. */
  callFunction(callee: FunctionValue, args: readonly Value[]): Value {
    return asked(this, callee, args, (activation) => this.#result(callee, args, activation), mayRun);
  }

  #result(callee: FunctionValue, args: readonly Value[], activation: Activation): Value {
    if (this.serves(activation.result)) return this.reuse(activation.result);
    if (activation.running) return unknown('calls itself');
    if (this.#recursion.repeats(callee, args)) return derived('calls itself', args);
    activation.running = true;
    const compute = (): Value => {
      const value = resultsOf(this, callee.fn, activation.env);
      return value.kind === 'unknown' && value.type === undefined && callee.fn.returnType !== undefined
        ? typedValue(this, callee.fn.returnType, activation.env)
        : value;
    };
    const answer = this.remember(() => this.executions.again(activation.env, () => this.#recursion.run(callee, args, compute)));
    activation.running = false;
    activation.result = answer;
    return answer.value;
  }

  /** Arguments of a call, spreads expanded as far as they are known. */
  arguments(call: CallExpression, env: Env): readonly Value[] {
    return givenArguments(this, call, env);
  }
}

/**
 * Runs through the code that loads with a module, and through functions that nobody calls, to find the calls that declare
 * tools. Only functions that can matter are entered: those that mention a marker, or a function that does.
 */
import { bodyOf } from '../syntax/inner.js';
import type { Framework } from '../../../rules/kit/index.js';
import type { AssignExpression, CallExpression, ClassNode, Expression, Module, Statement } from '../syntax/ir.js';
import { sectionsOf, startOf, type Section } from '../syntax/sections.js';
import { callbackArguments, isForLater } from '../trace/callbacks.js';
import type { Activation, Env, Remembered } from '../trace/env.js';
import { flow } from '../trace/flow.js';
import { constructorCall } from '../trace/constructors.js';
import { classEnv } from '../trace/instances.js';
import { typeInstance } from '../trace/type-instance.js';
import { calleesOf, type Callee } from '../trace/invoke.js';
import { flattened } from '../trace/python/arguments.js';
import type { Tracer } from '../trace/tracer.js';
import { Recursion } from '../trace/recursion.js';
import { optionsOf, type ClassValue, type FunctionValue, type InstanceValue, type Value } from '../trace/value.js';
import { around, unentered } from './around.js';
import type { Draft } from './draft.js';
import { decoratorDrafts } from './from-decorator.js';
import { classDraft, draftsOf } from './match.js';
import { heir } from './python/heirs.js';
import { setItem } from './python/items.js';
import { methodDrafts } from './python/methods.js';
import { middlewareDrafts } from './python/middleware.js';
import type { OwnFramework } from './own/decorators.js';
import { putsOf } from './puts.js';
import type { FunctionEntry } from './functions.js';
import { add, collector, maxDrafts, maxPuts, type Collector, type Registrations, type Walked } from './registered.js';
import type { Relevance } from './relevance.js';
import { Silences } from './silences.js';
import { isUsedUp } from './used-up.js';

const nothing: Registrations = { drafts: [], entered: new Set(), puts: [] };
/** What is allowed for each tool that was found. */
const stepsForTool = 8_000;
/** Calls inside calls; beyond, the stack of the host would end. */
const maxCalls = 24;
/** Callers of a request that may read its answer. */
const maxAround = 4;

export class RegistrationWalk {
  readonly #tracer: Tracer;
  readonly #frameworks: ReadonlyMap<string, readonly Framework[]>;
  readonly #own: readonly OwnFramework[];
  readonly #relevance: Relevance;
  readonly #live = new Set<Env>();
  readonly #recursion = new Recursion();
  readonly #silences: Silences;
  #sections = new WeakMap<Section, Remembered<Walked & { readonly ends: boolean }>>();
  /** Some class is told of its heirs, or asked for them. */
  tellsHeirs = false;
  /** What summaries of functions are kept under. */
  #summaries = {};

  constructor(tracer: Tracer, frameworks: ReadonlyMap<string, readonly Framework[]>, own: readonly OwnFramework[], relevance: Relevance) {
    this.#own = own;
    this.#tracer = tracer;
    this.#silences = new Silences(tracer);
    this.#frameworks = frameworks;
    this.#relevance = relevance;
  }

  /** Forgets everything: other functions can matter than before. */
  forget(): void {
    this.#silences.forget();
    this.#sections = new WeakMap();
    this.#summaries = {};
  }

  /** Registrations of the code that runs when a module is loaded. `steps`: how many expressions may be looked at. */
  module(module: Module, steps: number): Walked {
    const env = this.#tracer.moduleEnv(module.file);
    const into = collector();
    let left = steps;
    if (env === undefined) return { ...into, steps: 0 };
    this.#live.clear();
    for (const section of sectionsOf(module)) {
      const found = this.#section(section, env, left);
      add(found, into);
      left -= found.steps;
      if (found.ends || left < 0) break;
    }
    return { ...into, steps: steps - left };
  }

  #section(section: Section, env: Env, steps: number): Walked & { readonly ends: boolean } {
    const known = this.#sections.get(section);
    if (this.#tracer.holds(known)) return this.#tracer.reuse(known);
    const start = startOf(section);
    this.#tracer.begin(env.module, start, steps);
    const answer = this.#tracer.remember(() => {
      this.#tracer.touch(env.module, start);
      const into = collector();
      const ends = this.#body(section.statements, env, into) === 'ends';
      return { ...into, ends, steps: this.#tracer.steps };
    });
    this.#sections.set(section, answer);
    return answer.value;
  }

  /** Registrations of a function that no walk has entered: its parameters are known by their types. */
  function(module: Module, entry: FunctionEntry, steps: number): Walked {
    const env = this.#tracer.moduleEnv(module.file);
    if (env === undefined) return { ...nothing, steps: 0 };
    this.#live.clear();
    this.#tracer.begin(module, entry.fn.span.start, steps);
    this.#tracer.touchAll(bodyOf(module, entry.fn));
    const callee = unentered(this.#tracer, entry, env);
    const found = callee === undefined ? nothing : this.#enter(callee, undefined);
    return { ...found, steps: this.#tracer.steps };
  }

  /** What a class means that nobody is seen to make an instance of. */
  cls(module: Module, node: ClassNode, steps: number): Walked {
    const env = this.#tracer.moduleEnv(module.file);
    if (env === undefined) return { ...nothing, steps: 0 };
    this.#tracer.begin(module, node.span.start, steps);
    this.#tracer.touch(module, node.span.start);
    const outer = around(this.#tracer, node.outer, env);
    const cls = outer === undefined ? undefined : this.#tracer.evaluate(node, outer);
    const into = collector();
    if (cls?.kind === 'class') {
      if (this.tellsHeirs && module.language === 'python') this.#inherited(cls, node, into);
      this.#made(typeInstance(cls), into);
      const own = this.#own.filter(({ language }) => language === module.language);
      into.drafts.push(...decoratorDrafts(this.#tracer, this.#frameworks, own, cls));
      into.drafts.push(...methodDrafts(this.#tracer, this.#frameworks, cls));
    }
    return { ...into, steps: this.#tracer.steps };
  }

  #inherited(cls: ClassValue, node: ClassNode, into: Collector): void {
    const { puts, told } = heir(this.#tracer, cls, node);
    into.puts.push(...puts);
    for (const fn of told) this.#follow(fn, [], into, cls.env);
  }

  /** What an object of a class of the workspace is, and what its fields make. */
  #made(instance: InstanceValue, into: Collector, isKept?: () => boolean): void {
    const found = classDraft(this.#tracer, this.#frameworks, instance);
    const draft = found === undefined || isKept?.() !== false ? found : undefined;
    const answering = middlewareDrafts(this.#tracer, this.#frameworks, instance);
    if (into.drafts.length < maxDrafts) into.drafts.push(...(draft === undefined ? [] : [draft]), ...answering);
    if (!this.#relevance.matters(instance.cls.cls.mentions, instance.cls.env.module)) return;
    for (const member of instance.cls.cls.members) {
      if (member.value === undefined || member.value.kind === 'function') continue;
      const env = classEnv(member.static ? instance.cls : instance, instance.cls);
      this.#visit(member.value, env, into, member.name, instance.cls.cls.name);
    }
  }

  #enter(callee: FunctionValue, args: readonly Value[] | undefined): Registrations {
    const activation = this.#tracer.activation(callee, args);
    const known = activation.summaries.get(this.#summaries) as Remembered<Registrations> | undefined;
    if (this.#tracer.holds(known)) return this.#tracer.reuse(known);
    if (this.#live.has(activation.env) || this.#recursion.repeats(callee, args)) return nothing;
    if (this.#live.size >= maxCalls) {
      this.#tracer.exhausted = true;
      return nothing;
    }
    const answer = this.#silences.kept(callee, activation, this.#walked(callee, args, activation));
    activation.summaries.set(this.#summaries, answer);
    if (this.#tracer.executions.isWalk && answer.value.drafts.length > 0) activation.life.registers = true;
    return this.#tracer.reuse(answer);
  }

  #walked(callee: FunctionValue, args: readonly Value[] | undefined, { env }: Activation): Remembered<Registrations> {
    return this.#tracer.apart(() => {
      this.#tracer.touchAll(bodyOf(env.module, callee.fn));
      this.#live.add(env);
      const into = collector();
      into.entered.add(callee.fn);
      const walk = (): unknown => this.#body(callee.fn.body, env, into);
      this.#recursion.run(callee, args, () => this.#tracer.executions.again(env, walk));
      this.#live.delete(env);
      return into;
    });
  }

  /** Walks what has changed of functions that registered nothing. `steps`: how many expressions may be looked at for each. */
  settle(steps: number): void {
    this.#silences.settle((callee, activation) => {
      this.#live.clear();
      this.#tracer.begin(callee.env.module, callee.fn.span.start, steps);
      return this.#walked(callee, activation.env.args, activation);
    });
  }

  #body(body: readonly Statement[], env: Env, into: Collector): ReturnType<typeof flow> {
    const names = declaredNames(body);
    return flow(this.#tracer, body, env, {
      skips: (statement) => this.#relevance.isIdle(statement, env.module),
      expression: (expression, at) => this.#visit(expression, at, into, names.get(expression)),
    });
  }

  #visit(expression: Expression, env: Env, into: Collector, name: string | undefined, group?: string): void {
    switch (expression.kind) {
      case 'call':
        return this.#call(expression, env, into, name, group);
      case 'function':
      case 'class':
      case 'literal':
      case 'name':
      case 'this':
      case 'super':
        return;
      case 'object':
        for (const entry of expression.entries) {
          if (entry.kind === 'spread') this.#visit(entry.value, env, into, undefined);
          else if (entry.kind === 'entry') this.#visit(entry.value, env, into, typeof entry.key === 'string' ? entry.key : undefined, name);
        }
        return;
      case 'member':
        return this.#visit(expression.object, env, into, undefined);
      case 'array':
        for (const item of expression.items) this.#visit(item.value, env, into, undefined, name);
        return;
      case 'binary':
        this.#visit(expression.left, env, into, undefined);
        return this.#visit(expression.right, env, into, undefined);
      case 'conditional':
        this.#visit(expression.whenTrue, env, into, name);
        return this.#visit(expression.whenFalse, env, into, name);
      case 'unary':
        return this.#visit(expression.operand, env, into, name);
      case 'assign':
        this.#visit(expression.value, env, into, targetName(expression.target));
        if (env.module.language === 'python') this.#set(expression, env, into);
        return this.#put(expression, env, into);
      case 'sequence':
      case 'opaque':
      case 'template':
        for (const part of expression.kind === 'sequence'
          ? expression.items
          : expression.kind === 'opaque'
            ? expression.children
            : expression.holes)
          this.#visit(part, env, into, undefined);
    }
  }

  #call(call: CallExpression, env: Env, into: Collector, name: string | undefined, group: string | undefined): void {
    if (call.callee.kind !== 'name') this.#visit(call.callee, env, into, undefined);
    for (const argument of call.args) this.#visit(argument.value, env, into, undefined);
    this.#put(call, env, into);
    if (call.callee.kind === 'super') return;
    for (const callee of calleesOf(this.#tracer, call, env)) this.#dispatch(callee, call, env, into, name, group ?? functionName(env));
  }

  /** `table[key] = value` */
  #set(expression: AssignExpression, env: Env, into: Collector): void {
    const call = setItem(expression);
    if (call === undefined) return;
    for (const callee of calleesOf(this.#tracer, call, env))
      if (callee.value.kind === 'external') this.#dispatch(callee, call, env, into, undefined, undefined);
  }

  #put(expression: CallExpression | AssignExpression, env: Env, into: Collector): void {
    if (into.puts.length < maxPuts) into.puts.push(...putsOf(this.#tracer, expression, env));
  }

  #dispatch(callee: Callee, call: CallExpression, env: Env, into: Collector, name: string | undefined, group: string | undefined): void {
    const { value } = callee;
    if (value.kind === 'function') {
      // Arguments of a function that cannot matter are not looked at, that alone could be half of a program: only what is written there.
      if (this.#leads(value)) this.#follow(value, this.#tracer.arguments(call, env), into, env);
      // What is decorated is seldom called for that.
      else if (call.decorates !== true) this.#handedOver(call, env, into);
      return;
    }
    if (value.kind === 'class' && (call.isNew || env.module.language === 'python')) {
      for (const made of optionsOf(this.#tracer.evaluate(call, env))) {
        if (made.kind !== 'instance') continue;
        this.#made(made, into, () => !isUsedUp(this.#tracer, call, env));
        const target = constructorCall(this.#tracer, made);
        if (target !== undefined) this.#follow(target.fn, target.args, into, env);
      }
      return;
    }
    const frameworks = value.kind === 'external' ? this.#frameworks.get(value.library) : undefined;
    if (value.kind === 'external' && frameworks !== undefined) {
      const args = this.#tracer.arguments(call, env);
      for (const framework of frameworks) {
        const drafts = draftsOf(this.#tracer, framework, value, callee, args, call, env, name);
        if (drafts.length === 0 || into.drafts.length >= maxDrafts) continue;
        for (const draft of drafts) {
          const found = draft.kind === 'set' && draft.set.answer !== undefined ? { ...draft, around: [env] } : draft;
          into.drafts.push(group === undefined ? found : { ...found, group });
          // Whoever declares hundreds of tools may take longer than others.
          if (draft.kind === 'call') this.#tracer.spend(-stepsForTool);
        }
        return;
      }
    }
    if (call.args.some((argument) => mayBeFunction(argument.value))) this.#callbacks(callee, this.#tracer.arguments(call, env), into, env);
  }

  #leads({ fn, env }: FunctionValue): boolean {
    return this.#relevance.leads(fn, env.module);
  }

  #callbacks(callee: Callee, args: readonly Value[], into: Collector, env: Env): void {
    if (isForLater(callee, args)) return;
    for (const [index, arg] of flattened(args).entries()) {
      for (const option of optionsOf(arg)) {
        if (option.kind !== 'function' || !this.#leads(option)) continue;
        for (const list of callbackArguments(this.#tracer, callee, index, option, args)) this.#follow(option, list, into, env);
      }
    }
  }

  /** `whenEnabled(name, () => registerTools(server))`: what it is called with is known by types at most. */
  #handedOver(call: CallExpression, env: Env, into: Collector): void {
    for (const { value } of call.args) {
      if (value.kind !== 'function' || !this.#relevance.leads(value, env.module)) continue;
      this.#follow(this.#tracer.functionValue(value, env), value.parameters.length === 0 ? [] : undefined, into, env);
    }
  }

  #follow(callee: FunctionValue, args: readonly Value[] | undefined, into: Collector, env: Env): void {
    if (!this.#leads(callee)) return;
    const { drafts, entered, puts } = this.#enter(callee, args);
    add({ drafts: drafts.map((draft) => widened(draft, env)), entered, puts }, into);
  }
}

function mayBeFunction({ kind }: Expression): boolean {
  return kind === 'function' || kind === 'name' || kind === 'member' || kind === 'call' || kind === 'conditional';
}

/** Who calls a function that asks a model may be the one who reads the answer. */
function widened(draft: Draft, env: Env): Draft {
  if (draft.kind !== 'set' || draft.around === undefined || draft.around.length >= maxAround) return draft;
  return { ...draft, around: [...draft.around, env] };
}

function targetName(target: Expression): string | undefined {
  return target.kind === 'name'
    ? target.name
    : target.kind === 'member' && typeof target.property === 'string'
      ? target.property
      : undefined;
}

/** The variable that each declared value is kept in. */
function declaredNames(body: readonly Statement[]): ReadonlyMap<Expression, string> {
  const names = new Map<Expression, string>();
  for (const statement of body) {
    if (statement.kind === 'declare' && statement.value !== undefined && statement.bindings.length === 1)
      names.set(statement.value, statement.bindings[0]!.name);
  }
  return names;
}

/** The function that is running, by its name. */
function functionName(env: Env): string | undefined {
  for (let at: Env | undefined = env; at !== undefined; at = at.parent) if (at.owner.kind === 'function') return at.owner.name;
  return undefined;
}

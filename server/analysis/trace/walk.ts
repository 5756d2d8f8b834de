/**
 * Follows everything that a function may do, and collects the effects with the chain that reaches them. Each way of
 * calling a function is looked at once; its summary is reused wherever it is called like that again.
 */
import { isAside, type Evidence } from '../../../rules/kit/index.js';
import { wholeOf } from '../syntax/inner.js';
import type { AssignExpression, CallExpression, Expression, UnaryExpression } from '../syntax/ir.js';
import { handedThrough } from './applied.js';
import { AroundCalls } from './around-calls.js';
import { asked, doesSomething } from './bounded.js';
import { callEffects, isCallable, looseEffects } from './call-effects.js';
import type { Outcome, Tables } from './direct-effect.js';
import { scopedCandidates } from './candidates.js';
import { calleesOf, isBeside, isLacking, stringsOf, taggedText, tagCall, type Callee } from './invoke.js';
import type { Activation, Env, Remembered } from './env.js';
import { flow } from './flow.js';
import { Frame } from './frame.js';
import { constructing, instancesMade, superCall } from './constructors.js';
import { baseThatActs } from './instances.js';
import { idle, impliedBy, impliedByCallee, impliedByLoop, impliedByNames, impliedByTest, type ImpliedCall } from './implied.js';
import { callbackArguments, isForLater, isOffered, isRegistered } from './callbacks.js';
import { endChain, linked } from './chain.js';
import { isLooseDataMethod, isMethodOfData } from './data-methods.js';
import { labelOf } from './label.js';
import { maxCalls } from './limits.js';
import { Live, livesOf } from './live.js';
import { leftWork } from './left-work.js';
import { decides } from './modes.js';
import { memoryEffect } from './memory.js';
import type { WalkObserver } from './observe.js';
import { chanceOf } from './chance.js';
import { partsOf } from './parts.js';
import { quietCall } from './quiet.js';
import { Recursion } from './recursion.js';
import { refused } from './refusals.js';
import { rewriting } from './rewriting.js';
import { runsOf } from './runs.js';
import { eachOf } from './stand-in-classes.js';
import { standing } from './stand-ins.js';
import { nothing, type Summary } from './summary.js';
import { memberOf } from './members.js';
import { flattened, ofObject } from './python/arguments.js';
import { behind, runsHere } from './python/callbacks.js';
import { fillOpened, scratchWrites } from './python/handles.js';
import { handedOn } from './python/handed-on.js';
import type { Tracer } from './tracer.js';
import { truthOf } from './truth.js';
import { markAll, settle } from './traced.js';
import { promisesOf, underDecorators, type WrapperNames } from './wrappers.js';
import { derived, optionsOf, undefinedValue, type ExternalValue, type FunctionValue, type Value } from './value.js';

export interface WalkOptions extends WrapperNames {
  readonly tables: Tables;
  /** Is told each step; it shares no summaries with other walks, since what is reused is not walked. */
  readonly observer?: WalkObserver;
}

export class EffectWalk {
  readonly #tracer: Tracer;
  readonly #options: WalkOptions;
  /** Executions that are under way: what belongs to them ends with the call. */
  readonly #live = new Live();
  readonly #created = new Set<number>();
  readonly #recursion = new Recursion();
  readonly #lives = livesOf(this.#live, this.#created);
  readonly #around: AroundCalls;

  constructor(tracer: Tracer, options: WalkOptions) {
    this.#tracer = tracer;
    this.#options = options;
    this.#around = new AroundCalls(tracer);
  }

  /** What calling a function with these arguments does. */
  summaryOf(callee: FunctionValue, args: readonly Value[] | undefined): Summary {
    return asked(this.#tracer, callee, args, (activation) => this.#summary(callee, args, activation), doesSomething);
  }

  #summary(callee: FunctionValue, args: readonly Value[] | undefined, activation: Activation): Summary {
    const { observer } = this.#options;
    observer?.runs(activation);
    const kept = observer ?? (this.#tracer.gathers ? Frame : EffectWalk);
    const known = activation.summaries.get(kept) as Remembered<Summary> | undefined;
    if (this.#tracer.serves(known)) {
      observer?.stop('again');
      return this.#tracer.reuse(known);
    }
    // A function that calls itself adds nothing new once it was seen with a few kinds of arguments.
    if (this.#live.has(activation.env) || this.#recursion.repeats(callee, args)) {
      observer?.stop('calls itself');
      return nothing;
    }
    if (this.#live.size >= maxCalls) {
      observer?.stop('too deep');
      this.#tracer.cutShort();
      return nothing;
    }
    const quiet = args === undefined || observer !== undefined ? undefined : quietCall(callee, args);
    if (quiet !== undefined && this.#tracer.serves(quiet.known)) return this.#tracer.reuse(quiet.known);
    const answer = this.#tracer.remember(() =>
      this.#tracer.executions.again(activation.env, () => this.#recursion.run(callee, args, () => this.#walk(callee, activation))),
    );
    if (!this.#tracer.exhausted) quiet?.keep(answer);
    activation.summaries.set(kept, answer);
    return answer.value;
  }

  #walk(callee: FunctionValue, { env }: Activation): Summary {
    this.#tracer.touchAll(wholeOf(env.module, callee.fn));
    const frame = new Frame(this.#tracer, callee, this.#lives, this.#options.observer);
    this.#live.add(env);
    frame.again(callee.repeated, () =>
      flow(this.#tracer, callee.fn.body, env, {
        expression: (expression, at) => this.#visit(expression, at, frame),
        tests: (test, at) => this.#implied(impliedByTest(this.#tracer, test, at), at, frame),
        names: (bindings, value, at) => this.#implied(impliedByNames(this.#tracer, bindings, value, at), at, frame),
        scope: (inner) => frame.scope(inner),
        passed: (test, at) => frame.passed(test, at),
        branch: (test, side, at, inner) => frame.branch(test, side, at, inner),
        items: (iterable, at) => this.#implied(impliedByLoop(this.#tracer, iterable, at), at, frame),
        loop: (loop, at, inner) => frame.loop(loop, at, inner),
        attempt: (statement, at, inner) => frame.attempt(statement, at, inner),
        rescue: (statement, at, inner) => frame.rescue(statement, at, inner),
        throws: () => frame.throws(),
        returns: (value, at) => frame.returns(value, at),
      }),
    );
    this.#live.delete(env);
    this.#around.close(frame.effects);
    const effects = settle(frame.effects, callee.fn, (read, write) => rewriting(this.#tracer, callee.fn, env, read, write));
    return {
      ...frame.close(),
      ...(frame.chances.length === 0 ? {} : { chances: frame.chances }),
      effects: underDecorators(effects, callee, this.#options),
      unresolved: frame.unresolved,
      decisions: frame.decisions.all,
      assigned: frame.assigned,
      ...(frame.asked === undefined ? {} : { asks: frame.asked }),
    };
  }

  #visit(expression: Expression, env: Env, frame: Frame): void {
    if (idle.has(expression.kind)) return;
    this.#parts(expression, env, frame);
    this.#implied(impliedBy(this.#tracer, expression, env), env, frame);
  }

  #parts(expression: Expression, env: Env, frame: Frame): void {
    switch (expression.kind) {
      case 'call':
        return this.#around.around(expression, frame.effects, () => this.#call(ofObject(this.#tracer, expression, env), env, frame));
      case 'template':
        for (const hole of expression.holes) this.#visit(hole, env, frame);
        return expression.tag === undefined ? undefined : this.#tagged(expression, env, frame);
      case 'member':
        this.#visit(expression.object, env, frame);
        if (typeof expression.property !== 'string') {
          this.#visit(expression.property, env, frame);
          frame.decisions.chosen(this.#tracer, expression.object, this.#tracer.evaluate(expression.property, env), env);
        }
        return;
      case 'object':
        for (const entry of expression.entries) {
          if (entry.kind !== 'spread' && typeof entry.key !== 'string') this.#visit(entry.key, env, frame);
          if (entry.kind !== 'accessor') this.#visit(entry.value, env, frame);
        }
        return;
      case 'array':
        for (const item of expression.items) this.#visit(item.value, env, frame);
        return;
      case 'binary': {
        this.#visit(expression.left, env, frame);
        const lazy = expression.operator === '&&' || expression.operator === '||' || expression.operator === '??';
        const left = lazy ? truthOf(this.#tracer, this.#tracer.evaluate(expression.left, env), env) : undefined;
        if ((expression.operator === '&&' && left === false) || (expression.operator === '||' && left === true)) return;
        if (lazy && left === undefined && expression.operator !== '??') {
          frame.branch(expression.left, expression.operator === '&&', env, () => this.#visit(expression.right, env, frame));
        } else {
          this.#visit(expression.right, env, frame);
          frame.decisions.compared(this.#tracer, expression, env);
        }
        return;
      }
      case 'conditional': {
        this.#visit(expression.test, env, frame);
        const decided = truthOf(this.#tracer, this.#tracer.evaluate(expression.test, env), env);
        const chooses = [expression.whenTrue, expression.whenFalse].some((side) => decides(this.#tracer, side, env));
        if (decided !== false) frame.branch(expression.test, true, env, () => this.#visit(expression.whenTrue, env, frame), chooses);
        if (decided !== true) frame.branch(expression.test, false, env, () => this.#visit(expression.whenFalse, env, frame), chooses);
        return;
      }
      case 'unary':
        if (expression.operator === 'await' && expression.operand.kind === 'call') endChain(expression.operand);
        // What is deleted is not read.
        if (expression.operator === 'delete') for (const part of partsOf(expression.operand)) this.#visit(part, env, frame);
        else this.#visit(expression.operand, env, frame);
        this.#around.block(expression, frame.effects);
        this.#changed(expression, env, frame);
        return;
      case 'assign':
        this.#visit(expression.value, env, frame);
        if (expression.target.kind === 'member') {
          this.#visit(expression.target.object, env, frame);
          if (typeof expression.target.property !== 'string') frame.escapes(this.#tracer.evaluate(expression.target.object, env));
        }
        this.#changed(expression, env, frame);
        return;
      case 'sequence':
        for (const item of expression.items) this.#visit(item, env, frame);
        return;
      case 'opaque':
        for (const child of expression.children) this.#visit(child, env, frame);
    }
  }

  #changed(expression: AssignExpression | UnaryExpression | CallExpression, env: Env, frame: Frame): void {
    const effect = memoryEffect(this.#tracer, expression, env, this.#lives);
    if (effect !== undefined) frame.add(effect, this.#tracer.place(expression.span, env), []);
  }

  #call(call: CallExpression, env: Env, frame: Frame): void {
    const { callee } = linked(call, env);
    const swallow = callee.kind === 'member' && callee.property === 'catch' ? call.args[0]?.value : undefined;
    const inner = (): void => (callee.kind === 'member' ? this.#parts(callee, env, frame) : this.#visit(callee, env, frame));
    frame.catching(swallow, env, inner);
    for (const argument of call.args) this.#visit(argument.value, env, frame);
    if (callee.kind === 'super') {
      const target = superCall(this.#tracer, call, env);
      return target === undefined ? undefined : this.#enter(target.fn, target.args ?? [], call, env, frame, 'super');
    }
    if (callee.kind === 'name' && callee.binding === undefined && (callee.name === 'require' || callee.name === 'import')) return;
    const [args, callees] = [this.#tracer.arguments(call, env), calleesOf(this.#tracer, call, env)];
    this.#implied(impliedByCallee(this.#tracer, callee, callees, env), env, frame);
    frame.called(call, args, env);
    const open = frame.left;
    const anyKnown = callees.some((found) => found.value.kind !== 'unknown' && !isBeside(found, args));
    const likely = anyKnown ? callees.filter((found) => !isBeside(found, args)) : callees;
    eachOf(likely, frame, this.#recursion.isRunning, (found) => this.#dispatch(found, args, call, env, frame));
    if ((callee.kind === 'member' && callee.property === 'assign') || frame.left > open) for (const arg of args) frame.escapes(arg);
    this.#changed(call, env, frame);
    const left = leftWork(this.#tracer, call, env);
    if (left !== undefined) this.#take(left, { value: undefinedValue }, call, env, frame);
  }

  #dispatch(callee: Callee, args: readonly Value[], call: CallExpression, env: Env, frame: Frame, template?: Value): void {
    const { value, receiver, method } = callee;
    // A decorator of a package only wraps what it stands on.
    if (call.decorates === true && value.kind !== 'function') return;
    const label = labelOf(call);
    const isPython = env.module.language === 'python';
    const passed = handedThrough(method, args, isPython);
    if (receiver?.kind === 'external' && value.kind === 'external' && passed !== undefined && isCallable(this.#tracer, receiver))
      return this.#external(receiver, { value: receiver }, passed, call, env, frame, template);
    if (receiver?.kind === 'function' && (passed !== undefined || (method === 'bind' && !isPython)))
      return passed === undefined ? undefined : this.#enter(receiver, passed, call, env, frame, label);
    // A method of its own, such as `redis.call`, is no way of calling a function.
    if (receiver?.kind === 'external' && !receiver.path.endsWith('#') && (passed !== undefined || (method === 'bind' && !isPython)))
      return passed === undefined ? undefined : this.#external(receiver, { value: receiver }, passed, call, env, frame);
    switch (value.kind) {
      case 'function':
        return this.#enter(value, args, call, env, frame, label);
      case 'class':
        return this.#construct(value, call, env, frame);
      case 'external':
        return this.#external(value, callee, args, call, env, frame, template);
      case 'unknown': {
        if (method !== undefined && isLooseDataMethod(method, args, isPython)) return this.#callbacks(callee, args, call, env, frame);
        const told = looseEffects(this.#tracer, this.#options.tables, method, label, value, { call, env, args });
        if (told !== undefined) this.#take(told, callee, call, env, frame);
        else if (value.reason !== 'calls itself') frame.unclear(this.#tracer.place(call.callee.span, env), label, value.reason);
        return this.#callbacks(callee, args, call, env, frame);
      }
      case 'object':
      case 'instance':
      case 'namespace': {
        const called = value.kind === 'instance' && isPython ? memberOf(this.#tracer, value, '__call__') : undefined;
        if (called?.kind === 'function') return this.#enter(called, args, call, env, frame, label);
        if (method === undefined || !isLooseDataMethod(method, args, isPython))
          frame.unclear(this.#tracer.place(call.callee.span, env), label, 'the called value is no function');
        return;
      }
      case 'input':
        if (value.role === 'input' && (method === undefined || !isMethodOfData(method, args)))
          frame.unclear(this.#tracer.place(call.callee.span, env), label, 'the caller passes the function');
        return this.#callbacks(callee, args, call, env, frame);
      default:
        if (isLacking(callee, call, env))
          frame.unclear(this.#tracer.place(call.callee.span, env), label, 'the called value is no function');
        return this.#callbacks(callee, args, call, env, frame);
    }
  }

  #enter(fn: FunctionValue, args: readonly Value[], call: CallExpression, env: Env, frame: Frame, label: string): void {
    const { exhausted } = this.#tracer;
    const place = this.#tracer.place(call.callee.span, env);
    this.#options.observer?.enter(fn, args, place, label, exhausted);
    const summary = this.summaryOf(fn, args);
    this.#options.observer?.leave(this.#tracer.exhausted);
    const name = label.split('.').pop()!;
    const step: Evidence = { ...place, label: fn.fn.name ?? name };
    const promised = promisesOf(name, call, env, this.#options);
    if (isAside(step.label)) this.#tracer.exhausted = exhausted;
    const effects = handedOn(this.#tracer, summary.effects, fn, call, env, this.#live, this.#lives.isCreated);
    frame.take(
      { ...summary, effects: refused(standing(effects, name, args, place), call, env) },
      step,
      { file: fn.env.module.file, span: fn.fn.span },
      promised.length === 0 ? undefined : { promised, evidence: { ...place, label: name } },
    );
  }

  /** What runs though no call is written for it. */
  #implied(calls: readonly ImpliedCall[], env: Env, frame: Frame): void {
    for (const { fn, args, call } of calls) this.#enter(fn, args, call, env, frame, fn.fn.name ?? '');
  }

  #construct(cls: Value & { kind: 'class' }, call: CallExpression, env: Env, frame: Frame): void {
    for (const made of instancesMade(this.#tracer, cls, call, env)) {
      if (this.#live.holds(env)) this.#created.add(made.id);
      for (const { fn, args } of constructing(this.#tracer, made)) this.#enter(fn, args ?? [], call, env, frame, labelOf(call));
      const base = baseThatActs(this.#tracer, made.cls);
      if (base !== undefined) this.#external(base, { value: base }, made.args ?? [], call, env, frame);
    }
  }

  #external(
    value: ExternalValue,
    callee: Callee,
    args: readonly Value[],
    call: CallExpression,
    env: Env,
    frame: Frame,
    template?: Value,
  ): void {
    const place = this.#tracer.place(call.callee.span, env);
    if (this.#tracer.libraries.asks(value)) frame.ask({ ...place, label: labelOf(call) });
    const runs = runsOf(this.#tracer, value, args, call, env);
    if (runs !== undefined)
      return runs.around(frame, () => {
        for (const { fn, args: handed } of runs.functions) this.#enter(fn, handed, call, env, frame, labelOf(call));
        for (const reason of runs.unclear) frame.unclear(place, labelOf(call), reason);
      });
    const { receiver } = callee;
    const given = { call, env, args, ...(receiver === undefined ? {} : { receiver }), ...(template === undefined ? {} : { template }) };
    const kind = chanceOf(this.#options.tables, value, args);
    if (kind !== undefined) frame.chance({ ...this.#tracer.place(call.span, env), label: labelOf(call), kind, api: value.path, via: [] });
    const outcome = callEffects(this.#tracer, this.#options.tables, value, given);
    this.#take(this.#around.told(value, given, outcome), callee, call, env, frame);
    this.#callbacks(callee, args, call, env, frame);
  }

  #take(outcome: Outcome, callee: Callee, call: CallExpression, env: Env, frame: Frame): void {
    const place = this.#tracer.place(call.callee.span, env);
    if (outcome.kind === 'unknown') frame.unclear(place, labelOf(call), outcome.reason);
    if (outcome.kind === 'effects') {
      const writes = outcome.effects.some((effect) => effect.class === 'write.add' || effect.class === 'external');
      const candidates = writes ? scopedCandidates(this.#tracer, env) : [];
      // A process that this call started: what it does to it ends with it. One that is kept was started by another call.
      const madeIn = callee.receiver?.kind === 'external' ? callee.receiver.call?.env : undefined;
      const own = madeIn !== undefined && this.#live.holds(madeIn);
      for (const effect of outcome.effects)
        frame.add(own && effect.resource === 'process' ? { ...effect, own } : effect, place, candidates);
      if (outcome.unresolved !== undefined)
        frame.unclear(
          place,
          labelOf(call),
          outcome.unresolved,
          outcome.named === true || outcome.effects.some((effect) => effect.certainty === 'probable') ? { named: true } : {},
        );
    }
  }

  #tagged(expression: Expression & { kind: 'template' }, env: Env, frame: Frame): void {
    const args = expression.holes.map((hole) => this.#tracer.evaluate(hole, env));
    const [call, text] = [tagCall(expression), taggedText(expression, args)];
    for (const found of calleesOf(this.#tracer, call, env))
      this.#dispatch(found, found.value.kind === 'external' ? [text] : [stringsOf(expression), ...args], call, env, frame, text);
  }

  /** Functions handed to a call may run as part of it. */
  #callbacks(callee: Callee, args: readonly Value[], call: CallExpression, env: Env, frame: Frame): void {
    fillOpened(frame.effects, callee.receiver, args);
    for (const effect of scratchWrites(callee.receiver, callee.method, args))
      frame.add(effect, this.#tracer.place(call.callee.span, env), []);
    if (isForLater(callee, args) || isRegistered(this.#tracer, callee)) return;
    const first = frame.effects.length;
    for (const [index, arg] of flattened(args).entries()) {
      for (const option of optionsOf(arg)) {
        if (runsHere(this.#tracer, option, env)) this.#external(option, { value: option }, behind(args, option), call, env, frame);
        if (option.kind !== 'function') continue;
        const settled = callee.method === 'catch' || callee.method === 'finally';
        const lists = settled ? [[derived('error', [])]] : callbackArguments(this.#tracer, callee, index, option, args);
        for (const list of lists) this.#enter(option, list, call, env, frame, settled ? callee.method : labelOf(call));
      }
    }
    if (frame.effects.length > first && isOffered(this.#tracer, callee)) markAll(frame.effects, first, { sometimes: true });
  }
}

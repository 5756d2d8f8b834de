/** What surrounds the statement that is being walked: repetitions, catch clauses, tests on parameters, earlier questions. */
import { isAside, startOf, type Chance, type Effect, type Evidence, type Place, type Unresolved } from '../../../rules/kit/index.js';
import type { CallExpression, Expression, LoopStatement, TryStatement } from '../syntax/ir.js';
import { appends, type DirectEffect } from './direct-effect.js';
import type { ScopedCandidate } from './candidates.js';
import { scoped } from './claims.js';
import { callsAgain, countsAttempts, isRetryLoop } from './attempts.js';
import { catchCallSwallow, swallowOf } from './catches.js';
import { CatchStack } from './catch-stack.js';
import type { Env } from './env.js';
import { makesWhenAbsent } from './existence.js';
import { lapses } from './expiry.js';
import { HeldBack } from './held-back.js';
import { checkIn, checkingCall, Checks, parsingCall } from './checks.js';
import { reachedBy, withChecks } from './reaches.js';
import { earlierWrites } from './transactions.js';
import { restrictionFor, restrictionOf, type Restriction } from './restrictions.js';
import { Dominance } from './dominance.js';
import { Exits } from './exits.js';
import { KeptOnce } from './kept-once.js';
import { maxEffects, maxWays } from './limits.js';
import { Decisions } from './modes.js';
import type { WalkObserver } from './observe.js';
import { assignedIn, fieldsOf, needOf, type Need } from './flags.js';
import { answered, markAll, type Marks, type Side, type TracedEffect } from './traced.js';
import { repeatingLoop, type Repeating } from './python/retries.js';
import { Repetition } from './repetition.js';
import { stepOf, type StepRun } from './steps.js';
import { markOf, type Promised } from './wrappers.js';
import { whenMissing } from './skipped.js';
import type { Tracer } from './tracer.js';
import { behind, none } from './trails.js';
import type { Lives } from './live.js';
import { optionsOf, type FunctionValue, type Value } from './value.js';
import { inStart, looksUp, type Summary, type TracedUnresolved } from './summary.js';

/** Clocks that are kept of one function. */
const maxChances = 20;

/** The walk of one function. */
export class Frame {
  readonly effects: TracedEffect[] = [];
  readonly unresolved: TracedUnresolved[] = [];
  asked: Evidence | undefined;
  readonly decisions = new Decisions();
  readonly #tracer: Tracer;
  readonly #fn: FunctionValue;
  readonly #observer: WalkObserver | undefined;
  readonly #again = new Repetition();
  /** Inside of a loop that counts attempts, be they harmless or not. */
  #attempts = false;
  readonly #catches = new CatchStack();
  readonly #held: HeldBack;
  readonly #exits = new Exits();
  /** Effects that come before a question. */
  readonly #order = new Dominance();
  readonly #kept = new KeptOnce();
  #side: Side | undefined;
  /** Tests on text of the model that were passed. */
  #restrictions: readonly Restriction[] = [];
  /** What text of the model was held against so far. */
  readonly #checks = new Checks();
  /** How often the function is left so far. */
  #leavings = 0;
  #loops = false;
  /** What has to be assigned for the code that is walked now to run. */
  #needs: readonly Need[] = [];
  /** Names that were assigned to members, by this function and by those that it calls. */
  readonly assigned = new Set<string>();
  /** Calls in this function itself that could not be told. */
  left = 0;
  /** Clock and chance that are asked outside of steps. */
  readonly chances: Chance[] = [];
  readonly #lives: Lives;
  /** Database sessions that were told to read only. */
  readonly #readOnly = new Set<string>();

  constructor(tracer: Tracer, fn: FunctionValue, lives: Lives, observer?: WalkObserver) {
    this.#tracer = tracer;
    this.#fn = fn;
    this.#lives = lives;
    this.#held = new HeldBack(tracer, fn.fn, lives);
    this.#observer = observer;
    for (const name of assignedIn(fn.fn)) this.assigned.add(name);
  }

  /** An effect of a call in this function. */
  add(effect: DirectEffect, place: Place, candidates: readonly ScopedCandidate[]): void {
    if (effect.session !== undefined && effect.endsWriting === true) this.#readOnly.add(effect.session);
    const { guarded, content, subject, target, session, endsWriting: _endsWriting, made, madeIn, sinks: _sinks, ...found } = effect;
    const written =
      made === true && this.#side !== undefined && makesWhenAbsent(found.api, this.#side)
        ? { ...found, resource: 'cache' as const }
        : found;
    const facts = session !== undefined && this.#readOnly.has(session) ? { ...written, class: 'read' as const } : written;
    this.#observer?.effect(facts, place);
    if (facts.class === 'read') this.#held.reads(facts, place);
    if (this.#isFull(place, facts.api)) return;
    const restrictedBy = facts.class === 'exec' && subject !== undefined ? restrictionFor(subject, this.#restrictions) : undefined;
    const reaches = withChecks(reachedBy(effect, this.#tracer.tellsFields, this.#fn.env.module.language), this.#checks.all);
    const idempotentBy = guarded === undefined ? undefined : { ...guarded, label: 'a condition on the write' };
    if ((effect.exclusive || effect.ensures) && effect.class !== 'read' && effect.resource !== 'filesystem') this.#held.claims(place);
    const { step } = this.#again;
    const earlier = earlierWrites(step === undefined ? facts : { ...facts, step }, this.effects, () => this.#order.before);
    this.#order.meets();
    this.effects.push(
      this.#marked(
        {
          ...earlier,
          ...place,
          ...facts,
          via: none,
          keyCandidates: [],
          inputs: [],
          candidates,
          own: written.own === true || (madeIn !== undefined && this.#lives.isLocal(madeIn)),
          ...(appends(facts) ? { appends: true } : {}),
          content,
          ...(this.#side === undefined || written.resource !== 'memory' ? {} : { side: this.#side }),
          ...(subject === undefined ? {} : { subject }),
          ...(target === undefined ? {} : { target }),
          frames: none,
          ...(this.#needs.length === 0 ? {} : { needs: this.#needs }),
          ...(idempotentBy === undefined ? {} : { idempotentBy }),
          ...(restrictedBy === undefined ? {} : { restrictedBy }),
          ...(reaches.length === 0 ? {} : { reaches }),
        },
        none,
      ),
    );
  }

  /** The effects of a function that this one calls. */
  take(
    summary: Summary,
    step: Evidence,
    callee: Place,
    wrapper: { readonly promised: readonly Promised[]; readonly evidence: Evidence } | undefined,
  ): void {
    const aside = isAside(step.label);
    const before = this.effects.length;
    const [viaOf, framesOf] = [behind(step), behind(callee)];
    for (const effect of summary.effects) {
      const counted = aside || effect.aside === true;
      if (counted && !this.#kept.isNew(effect)) continue;
      if (this.#isFull(step, step.label)) break;
      if (effect.class === 'read') this.#held.reads(effect, effect);
      const frames = framesOf(effect.frames);
      const wrapped: { -readonly [K in 'approvedBy' | 'idempotentBy']?: Evidence } = {};
      for (const one of wrapper?.promised ?? []) wrapped[markOf[one]] = effect[markOf[one]] ?? wrapper!.evidence;
      const via = effect.file === step.file && effect.span === step.span ? none : viaOf(effect.via);
      const needs = this.#needs.length === 0 ? effect.needs : [...this.#needs, ...(effect.needs ?? [])];
      const more = {
        ...(needs === undefined ? {} : { needs }),
        ...(effect.reaches === undefined ? {} : { reaches: withChecks(effect.reaches, this.#checks.all) }),
        ...(counted ? { aside: true as const } : {}),
      };
      const told = { ...answered(effect, step.label), ...wrapped, ...more, via, frames };
      const marked = this.#marked(told, frames);
      if (this.effects.length >= maxWays && !this.#kept.isOther(marked, this.effects)) continue;
      const earlier = earlierWrites(marked, this.effects, () => this.#order.before);
      this.#order.meets();
      this.effects.push({ ...marked, ...earlier });
    }
    // Signing in and counting are not what the tool does, whatever they call.
    if (!aside) for (const item of summary.unresolved) this.#leave(inStart(item, step.label));
    if (!aside) for (const chance of summary.chances ?? []) this.chance({ ...chance, via: [step, ...chance.via] });
    if (summary.asks !== undefined) this.ask(summary.asks, before);
    for (const name of summary.assigned) this.assigned.add(name);
    for (const check of summary.checks ?? []) this.#checks.add(check);
    this.decisions.take(summary.decisions);
    if (summary.guards !== undefined) this.#exits.guarded(summary.guards, this.#weight);
  }

  #isFull(place: Place, label: string): boolean {
    if (this.effects.length < maxEffects) return false;
    this.unclear(place, label, 'more effects than are followed');
    return true;
  }

  #leave(item: TracedUnresolved): void {
    if (this.#kept.takes(item)) this.unresolved.push(item);
  }

  unclear(place: Place, label: string, reason: string, more: Pick<Unresolved, 'named'> = {}): void {
    const found = { ...place, label, reason, ...more };
    this.#observer?.unresolved(found);
    this.left++;
    this.#leave(found);
  }

  /** A call, which may look something up by what the model passed, or refuse it. */
  called(call: CallExpression, args: readonly Value[], env: Env): void {
    this.decisions.asked(this.#tracer, call, args, env);
    this.#checks.add(checkingCall(this.#tracer, call, args, env));
    if (this.#tracer.tellsFields) this.#checks.add(parsingCall(this.#tracer, call, args, env));
  }

  /** A human was asked; what comes after had an answer. */
  ask(evidence: Evidence, before = this.effects.length): void {
    this.asked ??= evidence;
    // What the function that asks does itself was put in order there.
    for (const index of this.#order.before) {
      const effect = this.effects[index]!;
      if (index < before && effect.class !== 'read') this.effects[index] = { ...effect, beforeAsking: effect.beforeAsking ?? evidence };
    }
  }

  /** One side of a test. `chooses`: the test also chooses between values that decide what is done. */
  branch(test: Expression, side: boolean | readonly Expression[], env: Env, run: () => void, chooses = false): void {
    const outer = this.#side;
    const needs = this.#needs;
    if (typeof side === 'boolean') {
      this.#side = { test, when: side };
      this.#requires(test, side, env);
    }
    const value = this.#tracer.evaluate(test, env);
    const before = this.#weight;
    const exits = this.#exits.mark();
    const first = this.effects.length;
    const left = this.#leavings;
    const { asked } = this;
    const check = this.#checks.add(checkIn(this.#tracer, test, side, env));
    this.#held.within(() => {
      this.#held.test(test, typeof side === 'boolean' ? side : undefined, env);
      this.#order.within(run);
    });
    // A question that is only asked for what the model left out is none about what follows.
    if (asked !== this.asked && typeof side === 'boolean' && whenMissing(this.#tracer, test, side, env)) this.asked = asked;
    // A test behind which nothing is left decides about what follows only inside of a loop, where it may set a flag.
    if (left === this.#leavings && !this.#loops) this.#checks.drop(check);
    if (this.effects.length > first && looksUp.test(this.#fn.fn.name ?? '') && lapses(this.#tracer, test, env) === side)
      markAll(this.effects, first, { lapsed: true });
    // A test after which the same is done as without it decides nothing.
    if (typeof side !== 'boolean') {
      const labels = side.map((label) => this.#tracer.evaluate(label, env));
      this.decisions.cases(value, labels);
    } else if (chooses || this.#weight !== before) this.decisions.test(value);
    else this.#exits.passed(exits, value, before);
    this.#side = outer;
    this.#needs = needs;
  }

  #requires(test: Expression, side: boolean, env: Env): void {
    const need = needOf(this.#tracer, test, side, env, this.#lives.isCreated);
    if (need !== undefined) this.#needs = [...this.#needs, need];
  }

  /** An object of this call is handed to code that could not be told, or assigned under a name that is made at run time. */
  escapes(value: Value): void {
    for (const option of optionsOf(value))
      if (option.kind === 'instance' && this.#lives.isCreated(option)) for (const name of fieldsOf(option)) this.assigned.add(name);
  }

  /** The walk is over: tests behind which something was done, and which could have ended the function before, decide. */
  close(): Pick<Summary, 'guards' | 'checks'> {
    return { ...this.#exits.settle(this.#weight, this.decisions), ...(this.#checks.all.length === 0 ? {} : { checks: this.#checks.all }) };
  }

  /** How much was done so far that a test could have prevented: changes, and what could not be told. */
  get #weight(): number {
    return this.effects.filter((effect) => effect.class !== 'read').length + this.unresolved.length;
  }

  throws(): void {
    this.#leavings++;
    this.#exits.throws();
  }

  /** The function ends here. An answer that says that something is wrong is no other way of doing it. */
  returns(expression: Expression | undefined, env: Env): void {
    this.#leavings++;
    if (expression !== undefined) this.#checks.add(checkIn(this.#tracer, expression, true, env));
    const value = expression === undefined ? undefined : this.#tracer.evaluate(expression, env);
    const failed = value?.kind === 'object' ? value.properties.get('isError')?.value() : undefined;
    if (failed?.kind !== 'constant' || failed.value !== true) this.#exits.returns();
  }

  scope(run: () => void): void {
    const side = this.#side;
    const restrictions = this.#restrictions;
    const needs = this.#needs;
    this.#held.within(run);
    this.#needs = needs;
    this.#side = side;
    this.#restrictions = restrictions;
  }

  /** `if (test) return;`: what follows runs once for each claim that the test is about. */
  passed(test: Expression, env: Env): void {
    this.#side = { test, when: false };
    this.#requires(test, false, env);
    this.#checks.add(checkIn(this.#tracer, test, false, env));
    const restriction = restrictionOf(this.#tracer, test, env);
    if (restriction !== undefined) this.#restrictions = [...this.#restrictions, restriction];
    this.#held.test(test, false, env);
  }

  loop(loop: LoopStatement, env: Env, run: () => void): void {
    const place = this.#tracer.place(loop.span, env);
    const outer = this.#attempts;
    const around = this.#loops;
    this.#loops = true;
    this.#attempts ||= countsAttempts(loop);
    const again = { ...place, label: 'the loop that tries again', api: 'loop', certainty: 'probable' as const };
    if (isRetryLoop(loop)) this.#again.within({ ...again, scope: place, before: startOf(place) }, run);
    else this.repeating(repeatingLoop(this.#tracer, loop, env), run);
    this.#attempts = outer;
    this.#loops = around;
  }

  retrying(attempts: Value | undefined, place: Place, label: string, run: () => void): void {
    const count = attempts?.kind === 'constant' ? attempts.value : undefined;
    if (count === 0) return run();
    this.#again.within({ ...place, label, api: label, certainty: 'certain', scope: place, before: startOf(place) }, run);
  }

  /** All of the function is run again by what decorates it; there is nowhere to put a statement before the first time. */
  again(by: Repeating | undefined, run: () => void): void {
    const step = by === undefined ? stepOf(this.#tracer, this.#fn) : by.step && { ...by.place, ...by.step, label: by.label, api: by.label };
    if (step !== undefined) return this.#again.inStep(step, this.place, run);
    if (by === undefined) return run();
    this.#again.within({ ...by.place, label: by.label, api: by.label, certainty: 'certain', scope: this.place }, run);
  }

  /** A call of an engine that runs something as a step. */
  inStep(step: StepRun, run: () => void): void {
    this.#again.inStep(step, step, run);
  }

  /** The clock, or chance, is asked. */
  chance(chance: Chance): void {
    if (this.#again.step === undefined && this.chances.length < maxChances) this.chances.push(chance);
  }

  /** What a package runs again, if it does. */
  repeating(by: Repeating | undefined, run: () => void): void {
    return by === undefined ? run() : this.retrying(undefined, by.place, by.label, run);
  }

  attempt(statement: TryStatement, env: Env, run: () => void): void {
    const before = this.effects.length;
    const walked = (): readonly Effect[] => this.effects.slice(before);
    this.#held.attempt(statement, env, () => this.#attempt(statement, env, run), walked);
  }

  /** What is done because something failed. */
  rescue(statement: TryStatement, env: Env, run: () => void): void {
    const before = this.effects.length;
    this.#held.rescue(statement, env, () => this.#order.within(run));
    markAll(this.effects, before, { afterFailure: true });
  }

  #attempt(statement: TryStatement, env: Env, run: () => void): void {
    if (this.#again.retry === undefined && callsAgain(statement, this.#fn.fn)) {
      const own = {
        ...this.place,
        label: 'the call of itself after a failure',
        api: this.#fn.fn.name ?? 'the function itself',
        certainty: 'probable' as const,
      };
      return this.#again.within({ ...own, scope: this.place }, run);
    }
    this.#catches.within(swallowOf(this.#tracer, statement, env, this.#again.retry !== undefined || this.#attempts), run);
  }

  /** Inside the receiver of `.catch(handler)`, or of another call. */
  catching(handler: Expression | undefined, env: Env, run: () => void): void {
    if (handler === undefined) run();
    else this.#catches.within(catchCallSwallow(this.#tracer, handler, env), run);
  }

  #marked(effect: TracedEffect, frames: readonly Place[]): TracedEffect {
    const marks: { -readonly [K in keyof Marks]: Marks[K] } = {};
    const { retry } = this.#again;
    if (retry !== undefined && effect.retriedBy === undefined) marks.retriedBy = scoped(retry, effect, frames, this.place);
    const { swallow } = this.#catches;
    if (swallow !== undefined && effect.swallowedBy === undefined) {
      marks.swallowedBy = swallow;
      marks.hiddenIn = this.place;
    } else if (swallow !== undefined && effect.swallowedBy !== undefined) marks.swallowedBy = { ...effect.swallowedBy, again: true };
    if (this.#again.step !== undefined && effect.step === undefined) marks.step = this.#again.step;
    if (this.asked !== undefined && effect.approvedBy === undefined) marks.approvedBy = this.asked;
    return { ...effect, ...marks, ...this.#held.marks(effect) };
  }

  get place(): Place {
    return { file: this.#fn.env.module.file, span: this.#fn.fn.span };
  }
}

/**
 * What holds a repetition back where the walk is: a claim that succeeds once only, a look whether it is there, a state of the program
 * that refuses a second call.
 */
import { looksFirst, type Effect, type Evidence, type Place } from '../../../rules/kit/index.js';
import type { Expression, FunctionNode, TryStatement } from '../syntax/ir.js';
import { expectsDuplicate, leavesOnFailure } from './catches.js';
import { madeAt } from './claims.js';
import type { Env } from './env.js';
import { askedFor, looksAtFiles, testsExistence } from './existence.js';
import type { Lives } from './live.js';
import { refusesAgain } from './refusals.js';
import type { Tracer } from './tracer.js';

type Marked = Pick<Effect, 'class' | 'detail' | 'resource' | 'idempotentBy' | 'missing' | 'refusedBy'>;

interface Holding {
  readonly claim?: Evidence | undefined;
  readonly refusal?: Evidence | undefined;
  /** Tables and addresses that were asked, and had nothing. */
  readonly missing?: ReadonlyMap<string, Evidence>;
}

const nothingMissing: ReadonlyMap<string, Evidence> = new Map();

export class HeldBack {
  readonly #tracer: Tracer;
  readonly #fn: FunctionNode;
  readonly #lives: Lives;
  /** Writes that succeed once only, by the place of their call. */
  readonly #claims = new Map<string, Evidence>();
  /** Tables and addresses that were asked, by the place of the call. */
  readonly #asked = new Map<string, string>();
  #now: Holding = {};
  /** Attempts that only look at files, and that one of them failed. */
  readonly #looked = new Set<TryStatement>();
  #missing: Evidence | undefined;

  constructor(tracer: Tracer, fn: FunctionNode, lives: Lives) {
    this.#tracer = tracer;
    this.#fn = fn;
    this.#lives = lives;
  }

  /** A write that succeeds once only: what a test of its answer lets pass runs once as well. */
  claims(place: Place): void {
    this.#claims.set(`${place.file}:${place.span.start}`, { ...place, label: 'the claim that comes first' });
  }

  /** A look into a table, or at an address. */
  reads({ detail }: Pick<Effect, 'detail'>, place: Place): void {
    const thing = /^(?:SELECT FROM|GET) ([^\s?]+)/.exec(detail ?? '')?.[1];
    if (thing !== undefined) this.#asked.set(`${place.file}:${place.span.start}`, thing);
  }

  /** What holds back a repetition of this effect, as far as nothing nearer does. */
  marks(effect: Marked): Partial<Marked> {
    const first = this.#now.claim ?? this.#lookedFor(effect) ?? (effect.resource === 'filesystem' ? this.#missing : undefined);
    return {
      ...(first === undefined || effect.idempotentBy !== undefined ? {} : { idempotentBy: first }),
      ...(this.#now.missing === undefined || this.#now.missing.size === 0
        ? {}
        : { missing: [...(effect.missing ?? []), ...this.#now.missing.keys()] }),
      ...(this.#now.refusal === undefined || effect.refusedBy !== undefined ? {} : { refusedBy: this.#now.refusal }),
    };
  }

  /** What tests inside say holds until the end. */
  within(run: () => void): void {
    const outer = this.#now;
    run();
    this.#now = outer;
  }

  /** What follows runs only when the test is `when`; in a case of a `switch`, it is not known what the test is. */
  test(test: Expression, when: boolean | undefined, env: Env): void {
    const claim = this.#now.claim ?? this.#claimIn(test, env) ?? this.#lookIn(test, when === false, env);
    const refusal =
      this.#now.refusal ?? (when === undefined ? undefined : refusesAgain(this.#tracer, this.#fn, test, when, env, this.#lives));
    this.#now = {
      claim,
      refusal,
      missing: when === undefined ? (this.#now.missing ?? nothingMissing) : this.#missingIn(test, when === false, env),
    };
  }

  /** What runs only because it is not there yet is not done twice. `leaves`: it runs when the test does not hold. */
  #lookIn(test: Expression, leaves: boolean, env: Env): Evidence | undefined {
    if (testsExistence(this.#tracer, test, env) !== leaves) return undefined;
    return { ...this.#tracer.place(test.span, env), label: looksFirst };
  }

  /** What was asked for at the same table or address, and was not there. */
  #lookedFor({ class: kind, detail }: Marked): Evidence | undefined {
    const thing =
      kind !== 'write.add' || this.#now.missing === undefined ? undefined : /^(?:INSERT INTO|POST) (\S+)/.exec(detail ?? '')?.[1];
    return thing === undefined ? undefined : this.#now.missing?.get(thing);
  }

  #missingIn(test: Expression, leaves: boolean, env: Env): ReadonlyMap<string, Evidence> {
    const known = this.#now.missing ?? nothingMissing;
    const asked = this.#asked.size === 0 ? undefined : askedFor(this.#tracer, test, env);
    if (asked?.positive !== leaves) return known;
    const thing = madeAt(asked.value, this.#asked);
    if (thing === undefined) return known;
    return new Map([...known, [thing, { ...this.#tracer.place(test.span, env), label: looksFirst }]]);
  }

  #claimIn(test: Expression, env: Env): Evidence | undefined {
    return this.#claims.size === 0 ? undefined : madeAt(this.#tracer.evaluate(test, env), this.#claims);
  }

  /** A second one is refused by whoever is asked, and that is expected. `effects`: what the attempt does, once it was walked. */
  attempt(statement: TryStatement, env: Env, run: () => void, effects: () => readonly Effect[]): void {
    const outer = this.#now;
    const expected = expectsDuplicate(statement);
    if (expected) {
      const claim = outer.claim ?? { file: env.module.file, span: statement.handlers[0]!.span, label: 'a second one is refused' };
      this.#now = { ...outer, claim };
    }
    run();
    if (!expected || !leavesOnFailure(statement)) this.#now = outer;
    if (looksAtFiles(statement, effects())) this.#looked.add(statement);
  }

  /** What is done to files because a look at them failed: they are not there, or of no use. */
  rescue(statement: TryStatement, env: Env, run: () => void): void {
    const outer = this.#missing;
    if (this.#looked.has(statement)) this.#missing = { ...this.#tracer.place(statement.span, env), label: looksFirst };
    run();
    this.#missing = outer;
  }
}

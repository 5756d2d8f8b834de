/** Which executions are remembered for whom, so that those of code that is gone are not kept. */
import type { Activation, Env, Ground, Life } from './env.js';

interface Kept {
  readonly table: Map<string, Activation>;
  readonly key: string;
  readonly activation: Activation;
}

/** The code of a module. */
const lasting: Life = { used: 0, touched: 0, worked: -1, home: 0, shared: true, walked: false, registers: false, by: undefined };

/**
 * How many are remembered while something is worked out, about six kilobytes each, and how many from one edit to the next, which needs
 * few of them. What was worked out longest ago is forgotten first, and made again when needed.
 */
const most = 24_000;
const resting = 6_000;

export class Executions {
  /** How many are remembered. */
  count = 0;
  /** How many may be, before some are forgotten: more when those that must stay are many. */
  #most = most;
  #resting = resting;
  #round = 1;
  /** Counts what is worked out. */
  #tick = 0;
  /** Those that were first needed for a part of the text, wherever the function stands. */
  #kept = new Map<Ground, Kept[]>();
  #current: Kept[] = [];
  readonly #stirred = new Set<Ground>();
  /** What is worked out is the search for tools of the program. */
  isWalk = false;
  #walked = 0;
  /** The execution that is worked out. */
  #running: Life | undefined;
  /** Parts of the text by number: who is told by one does not keep it. */
  readonly #homes = new WeakMap<Ground, number>();
  #home = 0;
  #count = 0;

  /** From here on, something is worked out for a part of the text. */
  begin(ground: Ground): void {
    this.stir(ground);
    this.#running = undefined;
    this.#tick++;
    this.#home = this.#homes.get(ground) ?? ++this.#count;
    this.#homes.set(ground, this.#home);
    const known = this.#kept.get(ground);
    this.#current = known ?? [];
    this.#kept.delete(ground);
    this.#kept.set(ground, this.#current);
    if (this.count > this.#most) this.#forgetOldest(this.count >> 1);
  }

  /**
   * Forgets all but those that somebody has asked for last. What the search for tools needed stays, when it is not too much: other
   * executions would hold other containers, and all that was put into them would be another.
   */
  #forgetOldest(kept: number): void {
    const isFew = this.#walked <= most;
    const touched = [...this.#kept.values()].flatMap((list) => list.map(({ activation }) => activation.life.touched));
    const since = touched.sort((a, b) => a - b)[touched.length - kept] ?? 0;
    for (const [ground, list] of this.#kept) {
      if (list === this.#current) continue;
      const left = list.filter(({ table, key, activation }) => {
        const { touched: last, registers, walked } = activation.life;
        if (last > since || activation.running || registers || (walked && isFew)) return true;
        this.#drop(table, key, activation);
        return false;
      });
      if (left.length === 0) this.#kept.delete(ground);
      else if (left.length < list.length) this.#kept.set(ground, left);
    }
    this.#most = Math.max(most, this.count + most / 2);
    this.#resting = Math.max(resting, this.count + resting / 2);
  }

  /** A part of the text has changed, or is gone. */
  stir(ground: Ground): void {
    this.#stirred.add(ground);
  }

  /** What is known of an execution that is needed now. */
  born(): Life {
    return { used: 0, touched: 0, worked: 0, home: this.#home, shared: false, walked: false, registers: false, by: this.#running };
  }

  add(table: Map<string, Activation>, key: string, activation: Activation): void {
    table.set(key, activation);
    this.use(activation);
    this.#current.push({ table, key, activation });
    this.count++;
  }

  use({ life }: Activation): void {
    life.used = this.#round;
    life.touched = this.#tick;
    if (life.home !== this.#home) life.shared = true;
    if (!this.isWalk || life.walked) return;
    life.walked = true;
    this.#walked++;
  }

  /** Works out what belongs to an execution: those that it needs are remembered as long as its answer is. */
  within<T>(env: Env, compute: () => T): T {
    const outer = this.#running;
    let at: Env | undefined = env;
    while (at !== undefined && at.life === undefined) at = at.parent;
    this.#running = at?.life ?? lasting;
    try {
      return compute();
    } finally {
      this.#running = outer;
    }
  }

  /** The same when all of it is worked out again: what it needed before is not needed for that any more. */
  again<T>(env: Env, compute: () => T): T {
    if (env.life !== undefined) env.life.worked = this.#round;
    return this.within(env, compute);
  }

  /** Ends a round: what was remembered for parts that were worked out again, and was not needed for that, is forgotten. */
  end(): void {
    for (const ground of this.#stirred) {
      const kept = this.#kept.get(ground)?.filter((one) => this.#isNeeded(one));
      if (kept === undefined) continue;
      if (kept.length === 0) this.#kept.delete(ground);
      else this.#kept.set(ground, kept);
    }
    this.#stirred.clear();
    this.#round++;
    if (this.count > this.#resting) this.#forgetOldest(resting);
  }

  #isNeeded({ table, key, activation }: Kept): boolean {
    if (this.#serves(activation.life)) return true;
    this.#drop(table, key, activation);
    return false;
  }

  #drop(table: Kept['table'], key: string, activation: Activation): void {
    if (table.get(key) === activation) table.delete(key);
    if (activation.life.walked) this.#walked--;
    this.count--;
  }

  /** Somebody asked for it, or rests on it without asking: what is remembered is not worked out again. */
  #serves({ used, shared, by }: Life): boolean {
    if (used === this.#round || shared) return true;
    return by !== undefined && by.worked !== this.#round && this.#serves(by);
  }

  forgetAll(): void {
    this.count = this.#walked = 0;
    this.#most = most;
    this.#resting = resting;
    this.#kept = new Map();
    this.#stirred.clear();
  }
}

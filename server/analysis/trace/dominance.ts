/** What comes before something on each way to it: the branches of one function, and what was met in which. */
interface Branch {
  readonly outer?: Branch;
}

export class Dominance {
  #at: Branch = {};
  readonly #met: Branch[] = [];

  /** What is met in here does not come before what follows. */
  within(run: () => void): void {
    const outer = this.#at;
    this.#at = { outer };
    run();
    this.#at = outer;
  }

  /** The next thing is met here; things are numbered from zero. */
  meets(): void {
    this.#met.push(this.#at);
  }

  /** Numbers of what was met on each way to here. */
  get before(): readonly number[] {
    const around = new Set<Branch>();
    for (let at: Branch | undefined = this.#at; at !== undefined; at = at.outer) around.add(at);
    return this.#met.flatMap((branch, index) => (around.has(branch) ? [index] : []));
  }
}

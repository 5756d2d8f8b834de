import type { InternalError } from './finding.js';

/** Catches bugs at the seams: one part that fails is said by name, and the rest goes on. */
export class Guard {
  #errors: InternalError[] = [];

  get errors(): readonly InternalError[] {
    return this.#errors;
  }

  clear(): void {
    this.#errors = [];
  }

  /** The result of `run`; `undefined` when it threw, which is then on the list. */
  run<T>(where: string, file: string | undefined, run: () => T): T | undefined {
    try {
      return run();
    } catch (error) {
      this.#errors.push({ where, message: error instanceof Error ? `${error.name}: ${error.message}` : String(error), ...(file === undefined ? {} : { file }) });
      return undefined;
    }
  }
}

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
      const message = described(error);
      // One bug meets every tool of a file; it is said once for each file.
      const known = this.#errors.some((one) => one.where === where && one.file === file && one.message === message);
      if (!known) this.#errors.push({ where, message, ...(file === undefined ? {} : { file }) });
      return undefined;
    }
  }
}

/** The kind of error and where it was thrown. Its words may quote text of the workspace, so they are left out. */
function described(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no error was thrown';
  const frames = (error.stack ?? '').split('\n').flatMap((line) => /^\s+at ([\w.#$<> ]{1,80}) \(/.exec(line)?.[1] ?? []);
  return frames.length === 0 ? error.name : `${error.name} in ${frames.slice(0, 4).join(' < ')}`;
}

import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver';
import type { InternalError } from '../analysis/finding.js';
import { describeFailure } from './failure.js';

/**
 * Bugs of Detent itself. Each is logged once and told once, and the server lives on. The words of an error are
 * left out, because they may quote the text that was read, secrets included: where it happened is enough to find it.
 */
export class Problems {
  readonly #connection: Connection;
  readonly #logged = new Set<string>();
  /** What the session could not do, by step. */
  readonly #steps = new Map<string, string>();
  #rules: string | undefined;
  readonly #told = new Set<string>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** One sentence about what is broken now; `undefined` when nothing is. */
  get current(): string | undefined {
    return this.#steps.values().next().value ?? this.#rules;
  }

  /** A step outside of single rules threw, such as reading the workspace, or worked again. */
  step(name: string, error: { readonly thrown: unknown } | undefined): void {
    if (!error) {
      this.#steps.delete(name);
      return;
    }
    const sentence = `Detent could not finish the step "${name}", so findings may be out of date.`;
    this.#steps.set(name, sentence);
    this.#report(`${name}: ${describeFailure(error.thrown)}`, sentence);
  }

  /** What an analysis says about itself. */
  analysis(errors: readonly InternalError[]): void {
    this.#rules = undefined;
    for (const { where, file } of errors) {
      this.#rules ??= `Detent has a bug in ${where}, and what it would have said is missing.`;
      this.#report(file === undefined ? where : `${where} on ${file}`, this.#rules);
    }
  }

  #report(entry: string, sentence: string): void {
    if (!this.#logged.has(entry)) {
      this.#logged.add(entry);
      this.#connection.console.error(`Internal error in ${entry}`);
    }
    // A file that is being typed breaks the same rule again and again.
    if (this.#told.has(sentence)) return;
    this.#told.add(sentence);
    void this.#connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Error,
      message: `${sentence} The log says where.`,
    });
  }
}

import { canParse, loadGrammar } from '../analysis/syntax/python/grammar.js';
import { isPython } from '../analysis/syntax/read.js';
import type { Documents } from './documents.js';
import type { Host } from './host.js';

/** The grammar of Python, which is read only where there is some. */
export class Grammar {
  readonly #host: Host;
  readonly #documents: Documents;
  #hasFailed = false;
  /** As of the last time that this was asked. */
  #holdsPython: boolean | undefined;

  constructor(host: Host, documents: Documents) {
    this.#host = host;
    this.#documents = documents;
  }

  /** There is Python that cannot be read yet. */
  get isMissing(): boolean {
    return !this.#hasFailed && !canParse() && (this.#holdsPython ??= this.#documents.holdsText(isPython));
  }

  /** The text of a file came, went or is another one. */
  touched(file: string): void {
    if (isPython(file)) this.reset();
  }

  /** Other files may be there. */
  reset(): void {
    this.#holdsPython = undefined;
  }

  /** Reads it where it is missing; `true` when what was taken for unreadable before must be asked again. Never rejects. */
  async load(): Promise<boolean> {
    this.reset();
    if (!this.isMissing) return false;
    try {
      await loadGrammar(() => this.#host.grammar());
      return true;
    } catch (error) {
      this.#hasFailed = true;
      this.#host.log('error', `Python cannot be read: ${error instanceof Error ? error.name : 'the grammar was not loaded'}`);
      return false;
    }
  }
}

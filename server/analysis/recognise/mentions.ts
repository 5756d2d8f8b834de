/** Words that were asked of the texts of files. */
import { KeptByText } from '../kept-by-text.js';
import type { Snapshot } from '../snapshot.js';

export class Mentions {
  readonly #words = new KeptByText(() => new Map<string, boolean>());

  /** Whether a word stands in the text of a file. */
  has(word: string, file: string, snapshot: Snapshot): boolean {
    const words = this.#words.of(file, snapshot);
    let answer = words.get(word);
    if (answer === undefined) words.set(word, (answer = snapshot.text(file)?.includes(word) === true));
    return answer;
  }

  forget(): void {
    this.#words.forget();
  }
}

import { RAL } from 'vscode-languageserver';

/**
 * Knows when no message is waiting. There is no fixed delay: a change is analysed as soon as the queue is empty, and a
 * burst of changes is analysed once.
 */
export class Quiet {
  #arrivals = 0;

  /** Must be called by the handler of each message. */
  arrived(): void {
    this.#arrivals += 1;
  }

  /**
   * Resolves when two turns of the event loop passed without a message. The connection hands out one message for each
   * turn, so two turns are enough to let a waiting message through, and to read what has come meanwhile.
   */
  async wait(): Promise<void> {
    for (;;) {
      const before = this.#arrivals;
      await turn();
      await turn();
      if (this.#arrivals === before) return;
    }
  }
}

/** Resolves when the event loop has come round. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    RAL().timer.setImmediate(resolve);
  });
}

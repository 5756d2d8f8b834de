/** Which files may have changed since something was last asked, so that at a key nothing need be asked of all the others. */
import type { Snapshot } from './snapshot.js';

/** What a snapshot says of its time; see {@link Snapshot}. */
export type Moment = Pick<Snapshot, 'moment' | 'edited'>;

export class Edited {
  #moment: object | undefined;
  #of: unknown;

  /**
   * The files that were edited since the snapshot that this was last asked of.
   *
   * @param of what is asked about, such as a list of files: of another one than before, nothing is known
   * @returns `undefined` when any file may have changed
   */
  since({ moment, edited }: Moment, of?: unknown): ReadonlySet<string> | undefined {
    const before = this.#moment;
    const isSame = this.#of === of;
    this.#moment = moment;
    this.#of = of;
    if (before === undefined || moment === undefined || !isSame) return undefined;
    if (before === moment) return nothing;
    return edited?.since === before ? edited.files : undefined;
  }

  /** Whatever is asked next may have changed. */
  forget(): void {
    this.#moment = undefined;
  }
}

const nothing: ReadonlySet<string> = new Set();

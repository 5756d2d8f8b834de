/** Fixes that are applied at once. */
import type { Fix, TextEdit } from './finding.js';

/** The edits of several fixes, as far as they do not touch each other; what two of them say alike, such as an import, is said once. */
export class Together {
  readonly #edits: TextEdit[] = [];

  /** In no order. */
  get edits(): readonly TextEdit[] {
    return this.#edits;
  }

  /** An edit was taken, or one that says the same. */
  has(edit: TextEdit): boolean {
    return this.#edits.some((taken) => isSame(edit, taken));
  }

  /**
   * Takes the edits of a fix.
   *
   * @returns `false` when one of them touches an edit that was taken before: then none is
   */
  add({ edits }: Pick<Fix, 'edits'>): boolean {
    const more = edits.filter((edit) => !this.has(edit));
    if (more.length === 0 || more.some((edit) => this.#edits.some((taken) => meets(edit, taken)))) return false;
    this.#edits.push(...more);
    return true;
  }
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return a.file === b.file && a.text === b.text && a.span.start === b.span.start && a.span.end === b.span.end;
}

function meets(a: TextEdit, b: TextEdit): boolean {
  return a.file === b.file && a.span.start <= b.span.end && b.span.start <= a.span.end;
}

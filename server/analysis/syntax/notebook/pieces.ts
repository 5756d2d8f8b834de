/** Where the characters of a text stand in another text that it was made of. */

/** Characters that were taken as they are, or that stand for a stretch as a whole. */
interface Piece {
  /** Offset in the text that was made. */
  readonly at: number;
  readonly length: number;
  readonly from: number;
  readonly to: number;
  readonly isCopy: boolean;
}

/** Made from its start to its end, piece by piece; what no piece stands for was left out. */
export class Pieces {
  readonly #pieces: Piece[] = [];
  readonly #origin: number;
  #length = 0;

  /** `origin` is where an empty text stands. */
  constructor(origin = 0) {
    this.#origin = origin;
  }

  /** The next `length` characters are those from `from` on. */
  copy(length: number, from: number): void {
    if (length > 0) this.#add({ at: this.#length, length, from, to: from + length, isCopy: true });
  }

  /** The next `length` characters stand for a stretch, and none of them for a part of it. What follows may stand inside of it. */
  replace(length: number, from: number, to: number): void {
    if (length > 0) this.#add({ at: this.#length, length, from, to, isCopy: false });
  }

  get length(): number {
    return this.#length;
  }

  /** Where the character at an offset begins. */
  start(offset: number): number {
    const piece = this.#at(offset);
    if (piece === undefined) return this.#origin;
    const inside = offset - piece.at;
    if (inside >= piece.length) return piece.to;
    return piece.isCopy ? piece.from + inside : piece.from;
  }

  /** Where the character before an offset ends; at the beginning, where the text begins. */
  end(offset: number): number {
    const piece = this.#at(offset - 1);
    if (offset <= 0 || piece === undefined) return this.start(0);
    const inside = offset - piece.at;
    return piece.isCopy && inside < piece.length ? piece.from + inside : piece.to;
  }

  /** The stretch was taken as it is: what it becomes, its place can become. An empty one lies between characters that were. */
  isCopy(start: number, end: number): boolean {
    if (end === start) return (start === 0 || this.#isCopied(start - 1)) && (start === this.#length || this.#isCopied(start));
    return this.end(end) - this.start(start) === end - start && this.#isCopied(start) && this.#isCopied(end - 1);
  }

  #isCopied(offset: number): boolean {
    return this.#at(offset)?.isCopy === true;
  }

  #add(piece: Piece): void {
    this.#length += piece.length;
    this.#pieces.push(piece);
  }

  /** The last piece that begins at or before an offset. */
  #at(offset: number): Piece | undefined {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#pieces[middle]!.at <= offset) low = middle;
      else high = middle - 1;
    }
    return this.#pieces[low];
  }
}

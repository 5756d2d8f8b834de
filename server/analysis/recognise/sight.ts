/**
 * Which modules may call a method that another module declares: those that import that one, directly or through others, and those
 * that import an SDK themselves, since they may be handed what they call. Method names alone say little: `run` and `connect` are
 * declared everywhere.
 */

/** A set of modules, one bit for each. */
export type ModuleSet = Uint32Array;

export class Sight {
  readonly #indices: ReadonlyMap<string, number>;
  readonly #importers: readonly (readonly number[])[];
  readonly #everywhere: ModuleSet;
  readonly #above = new Map<string, ModuleSet>();

  /** `imported`: the files that a file imports; `usesSdk`: it imports a package that tools are declared with. */
  constructor(files: readonly string[], imported: (file: string) => readonly string[], usesSdk: (file: string) => boolean) {
    this.#indices = new Map(files.map((file, i) => [file, i]));
    const importers: number[][] = files.map(() => []);
    for (const [i, file] of files.entries()) for (const other of imported(file)) importers[this.#indices.get(other) ?? -1]?.push(i);
    this.#importers = importers;
    this.#everywhere = this.nobody();
    for (const [i, file] of files.entries()) if (usesSdk(file)) put(this.#everywhere, i);
  }

  nobody(): ModuleSet {
    return new Uint32Array((this.#indices.size + 31) >>> 5);
  }

  isIn(file: string, set: ModuleSet): boolean {
    const index = this.#indices.get(file);
    return index !== undefined && (set[index >>> 5]! & (1 << (index & 31))) !== 0;
  }

  /** Adds those who may call what `file` declares, and with `handed` those who may be given it; `true` when there are more now. */
  show(file: string, to: ModuleSet, handed: boolean): boolean {
    const above = this.#aboveOf(file);
    let more = false;
    for (const [i, bits] of above.entries()) {
      const joined = (to[i]! | bits | (handed ? this.#everywhere[i]! : 0)) >>> 0;
      if (joined !== to[i]) more = true;
      to[i] = joined;
    }
    return more;
  }

  /** One of two files imports the other, directly or through others, or they are the same. */
  areRelated(a: string, b: string): boolean {
    return this.isIn(a, this.#aboveOf(b)) || this.isIn(b, this.#aboveOf(a));
  }

  #aboveOf(file: string): ModuleSet {
    let above = this.#above.get(file);
    if (above !== undefined) return above;
    above = this.nobody();
    const start = this.#indices.get(file);
    const waiting = start === undefined ? [] : [start];
    const seen = new Set(waiting);
    for (const index of seen) {
      put(above, index);
      for (const importer of this.#importers[index]!) seen.add(importer);
    }
    this.#above.set(file, above);
    return above;
  }

  /** Equal texts, equal sets: two numbers of 32 bits, since there may be thousands of modules. */
  spell(set: ModuleSet): string {
    let a = 0x811c9dc5;
    let b = 0x9e3779b9;
    for (const bits of set) {
      a = Math.imul(a ^ bits, 0x01000193) ^ (a >>> 15);
      b = Math.imul(b ^ bits, 0x85ebca6b) ^ (b >>> 13);
    }
    return `${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}`;
  }
}

function put(set: ModuleSet, index: number): void {
  set[index >>> 5] = (set[index >>> 5]! | (1 << (index & 31))) >>> 0;
}

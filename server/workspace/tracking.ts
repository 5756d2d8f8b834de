import type { Host } from './host.js';
import { basename, dirname, isInside, join, upward } from './paths.js';
import type { Tree } from './tree.js';

/** What git says about single files; `null` where there is no git. */
export class Tracking {
  readonly #host: Host;
  readonly #tree: Tree;
  readonly #known = new Map<string, { readonly tracked: boolean | null; readonly ignored: boolean | null }>();

  constructor(host: Host, tree: Tree) {
    this.#host = host;
    this.#tree = tree;
  }

  tracked(file: string): boolean | null {
    return this.#known.get(file)?.tracked ?? null;
  }

  ignored(file: string): boolean | null {
    return this.#known.get(file)?.ignored ?? null;
  }

  /** Asks git about the files that it was not asked about yet, one repository at a time. */
  async ask(files: Iterable<string>): Promise<void> {
    const byRepository = new Map<string, string[]>();
    for (const file of files) {
      if (this.#known.has(file)) continue;
      const top = await this.#repositoryOf(file);
      if (top === undefined) this.#known.set(file, { tracked: null, ignored: null });
      else byRepository.set(top, [...(byRepository.get(top) ?? []), file]);
    }
    for (const [top, asked] of byRepository) {
      const answer = await this.#host.git(top, asked);
      for (const file of asked) {
        this.#known.set(file, { tracked: answer?.tracked.has(file) ?? null, ignored: answer?.ignored.has(file) ?? null });
      }
    }
  }

  /** These files changed; a changed ignore file may concern every other one. */
  forget(files: readonly string[]): void {
    if (files.some((file) => basename(file) === '.gitignore')) this.#known.clear();
    for (const file of [...this.#known.keys()]) if (files.some((changed) => isInside(changed, file))) this.#known.delete(file);
  }

  /** A file inside a submodule belongs to the submodule: git refuses to speak of it from outside. */
  async #repositoryOf(file: string): Promise<string | undefined> {
    for (const folder of upward(dirname(file))) {
      const git = join(folder, '.git');
      if (this.#tree.kind(git) !== undefined) return folder;
      if (!this.#tree.isListed(folder) && (await this.#host.stat(git))) return folder;
    }
    return undefined;
  }
}

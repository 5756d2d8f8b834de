/** Which files can have to do with tools: those that import an SDK, those that import them, and those that they import. */
import type { Module } from '../syntax/ir.js';

export interface Links {
  resolve(specifier: string, from: string): string | undefined;
  /** The package is one that tools are declared with. */
  declaresTools(specifier: string): boolean;
}

interface Edges {
  readonly files: readonly string[];
  readonly imports: boolean;
}

export class Reach {
  readonly #links: Links;
  #edges = new WeakMap<Module, Edges>();

  constructor(links: Links) {
    this.#links = links;
  }

  /** Imports may mean other files than before. */
  forget(): void {
    this.#edges = new WeakMap();
  }

  /** The files in which registrations are looked for. */
  of(modules: readonly Module[]): ReadonlySet<string> {
    const importers = new Map<string, string[]>();
    const seeds: string[] = [];
    const edges = new Map<string, Edges>();
    for (const module of modules) {
      const known = this.#edgesOf(module);
      edges.set(module.file, known);
      if (known.imports) seeds.push(module.file);
      for (const file of known.files) {
        const list = importers.get(file);
        if (list === undefined) importers.set(file, [module.file]);
        else list.push(module.file);
      }
    }
    // Who imports a seed may hand it the server; what all of these import may be handed the server in turn.
    const above = spread(seeds, (file) => importers.get(file) ?? []);
    return spread([...above], (file) => edges.get(file)?.files ?? []);
  }

  #edgesOf(module: Module): Edges {
    let known = this.#edges.get(module);
    if (known === undefined) {
      const files = module.requests.flatMap((specifier) => this.#links.resolve(specifier, module.file) ?? []);
      known = { files, imports: module.requests.some((specifier) => this.#links.declaresTools(specifier)) };
      this.#edges.set(module, known);
    }
    return known;
  }
}

function spread(start: readonly string[], next: (file: string) => readonly string[]): Set<string> {
  const reached = new Set(start);
  for (const file of reached) for (const other of next(file)) reached.add(other);
  return reached;
}
